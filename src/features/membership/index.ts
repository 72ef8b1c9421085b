/** **Membership**: who takes part, in which role, and who leads when somebody goes. */
import { dateOf, inSchoolHours, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { HappenedOf } from '../../contracts/incoming.ts'
import { livesAt, members, participants, placeLookup, teamleiders } from '../../network/member.ts'
import { networks } from '../../network/network.ts'
import { leaveRetros } from '../../retro/retro.ts'
import { withdraw } from '../../round/engine.ts'
import { label, say } from '../../text/say.ts'
import type { Feature, Occurrence, Outcome, Scene, World } from '../feature.ts'
import { button, oneLine } from '../reply.ts'
import { afterLeaving, askWhoLeads, planVacancy, vacancyPost } from '../vacancy.ts'
import { askAgain, consent, planAskAgain } from './consent.ts'
import { giveRole, roster, takeLead } from './roles.ts'

/** At the latest on the fifth school day the teamleider hears whether there are enough (storyboard 1.5). */
const welcomeDays = 5

function planWelcome({ state, network, calendar, now }: World): readonly Occurrence[] {
  if (network.started === undefined) return []
  const enough = participants(state).length >= network.minimum
  const latest = momentOf(
    schoolDayAfter(calendar, network.started, welcomeDays),
    schoolHours.usual,
    network.zone,
  )
  const open = inSchoolHours(calendar, now, network.zone)
  const usual = momentOf(dateOf(open, network.zone), schoolHours.usual, network.zone)
  const soon = usual > open ? usual : open
  return [{ kind: 'welcome', about: network.id, at: enough && soon < latest ? soon : latest }]
}

/** One role word: all is ready, or until then everything goes out loud. */
function welcome({ state, network }: World): Outcome {
  const { started: _started, ...settled } = network
  const enough = participants(state).length >= network.minimum
  return {
    changes: [networks.put(settled)],
    messages: teamleiders(state).map(({ id, language }) => {
      const text = enough ? say(language, 'start.done') : say(language, 'start.few', { n: network.minimum })
      const plan = { label: label(language, 'plan.new'), opens: 'form', primary: true } as const
      return {
        to: { member: id },
        message: oneLine(language, text, [button(network, 'meeting', 'plan', [], plan)]),
      }
    }),
  }
}

/**
 * A platform says that somebody is no longer in the channel: then they are asked nothing more, and what they
 * had answered in an open round goes, as when they stop. Their own yes brings them back.
 */
function left(scene: Scene, { where }: HappenedOf<'person-left'>): Outcome {
  const { member, state, network } = scene
  if (!member || member.left || !livesAt(network, where)) return {}
  const elsewhere = network.places.some(
    (place) =>
      placeLookup(place) !== placeLookup(where) &&
      member.accounts.some(({ platform, tenant }) => platform === place.platform && tenant === place.tenant),
  )
  if (elsewhere) return {}
  const gone = members.put({ ...member, left: true, roles: [], revision: member.revision + 1 })
  return afterLeaving(scene, member, [gone, ...withdraw(state, member.id), ...leaveRetros(state, member.id)])
}

export const membership: Feature = {
  name: 'membership',
  commands: [
    {
      words: { nl: 'leden', en: 'members' },
      for: 'teamleider',
      help: 'members.help',
      run: (scene) => roster(scene),
    },
  ],
  actions: { consent, role: giveRole, lead: takeLead },
  happened: { 'person-left': left },
  plan: (world) => [...planAskAgain(world), ...planWelcome(world), ...planVacancy(world)],
  occurrences: { 'ask-again': askAgain, welcome, vacancy: askWhoLeads },
  posts: vacancyPost,
}
