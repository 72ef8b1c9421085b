/**
 * **Holidays**: once a school year the teamleider is asked whether the known holidays fit, and 90 days before
 * the data ends they hear so (reliability.md 7). Role words: free, and at most two a year.
 */
import { dateOf, momentOf, schoolDayAfter, schoolHours, schoolYearOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import { warnDays } from '../../calendar/holidays.ts'
import type { Text } from '../../contracts/text.ts'
import { type Member, teamleiders } from '../../network/member.ts'
import { type Network, networks } from '../../network/network.ts'
import { dateName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Feature, Occurrence, Outcome, World } from '../feature.ts'
import { button } from '../reply.ts'

/** Half past three on the first school day from a date on. */
const usualMoment = ({ calendar, network }: World, date: string): Date =>
  momentOf(schoolDayAfter(calendar, date, 0), schoolHours.usual, network.zone)

function planHolidays(world: World): readonly Occurrence[] {
  const { network, holidays } = world
  const nextYear = Number(network.confirmed.slice(0, 4)) + 1
  const warnFrom = plusDays(holidays.until, -warnDays)
  const warned = network.warned === holidays.until
  return [
    { kind: 'confirm', about: String(nextYear), at: usualMoment(world, `${nextYear}-08-01`) },
    ...(warned ? [] : [{ kind: 'ends', about: holidays.until, at: usualMoment(world, warnFrom) }]),
  ]
}

const tell = (world: World, network: Network, text: (person: Member) => Text): Outcome => ({
  changes: [networks.put(network)],
  messages: teamleiders(world.state).map((person) => {
    const { language } = person
    const change = { label: label(language, 'agree.change'), opens: 'form', primary: true } as const
    const words = text(person)
    return {
      to: { member: person.id },
      message: {
        language,
        summary: words,
        blocks: [
          { tag: 'paragraph', text: words },
          { tag: 'buttons', buttons: [button(network, 'setup', 'change', [], change)] },
        ],
      },
    }
  }),
})

export const holidays: Feature = {
  name: 'holidays',
  plan: planHolidays,
  occurrences: {
    confirm: (world) =>
      tell(
        world,
        { ...world.network, confirmed: schoolYearOf(dateOf(world.now, world.network.zone)) },
        ({ language }) => say(language, 'holidays.confirm'),
      ),
    ends: (world) =>
      tell(world, { ...world.network, warned: world.holidays.until }, ({ language }) =>
        say(language, 'holidays.end', { day: dateName(language, world.holidays.until) }),
      ),
  },
}
