/** Agreements under what they came from, the same for every feature that leads to one; and who takes it up, by when. */
import { type Agreement, agreementsFrom, mostAgreements } from '../agreement/agreement.ts'
import { wrongDate } from '../agreement/check.ts'
import { agreementLine } from '../agreement/view.ts'
import { dateOf } from '../calendar/calendar.ts'
import type { Field, Values } from '../contracts/form.ts'
import type { Block, Button } from '../contracts/message.ts'
import type { Language, Text } from '../contracts/text.ts'
import { label } from '../text/say.ts'
import type { Scene, World } from './feature.ts'
import { button } from './reply.ts'

/** `source`: a round, a retro, or one of the agreement feature's own. */
export const agreementButton = (
  { network }: Pick<World, 'network'>,
  language: Language,
  does: 'note' | 'change',
  source: string,
): Button =>
  button(network, 'agreement', does, [source], { label: label(language, `agree.${does}`), opens: 'form' })

/** What was agreed so far, line by line, with the buttons to note and to change. */
export function agreed(
  world: World,
  source: string,
  language: Language,
): { readonly lines: readonly Block[]; readonly buttons: readonly Button[] } {
  const made = agreementsFrom(world.state, source)
  return {
    lines: made.map((each) => ({ tag: 'paragraph', text: agreementLine(world.state, language, each) })),
    buttons: [
      ...(made.length < mostAgreements ? [agreementButton(world, language, 'note', source)] : []),
      ...(made.length > 0 ? [agreementButton(world, language, 'change', source)] : []),
    ],
  }
}

/** Who takes it up, and when it is done; `which` tells the fields apart where a form has room for more than one. */
export const takingUp = ({ language, member, network, now }: Scene, which = ''): readonly Field[] => [
  {
    tag: 'choice',
    id: `who${which}`,
    label: label(language, 'agree.who'),
    optional: false,
    value: 'all',
    options: [
      { value: 'all', label: label(language, 'agree.together') },
      ...(member ? [{ value: 'me', label: label(language, 'agree.me') }] : []),
    ],
  },
  {
    tag: 'date',
    id: `date${which}`,
    label: label(language, 'agree.date'),
    optional: true,
    from: dateOf(now, network.zone),
  },
]

/** What came back of those two; `wrong` is about the date. */
export function takenUp(
  { language, member, network, now }: Scene,
  values: Values,
  which = '',
): { readonly taken: Pick<Agreement, 'owner' | 'date'>; readonly wrong?: Text } {
  const sent = values[`date${which}`]
  const date = typeof sent === 'string' && sent !== '' ? sent : undefined
  const wrong = date === undefined ? undefined : wrongDate(language, date, dateOf(now, network.zone))
  const owner = values[`who${which}`] === 'me' && member ? member.id : 'all'
  return { taken: { owner, ...(date && { date }) }, ...(wrong && { wrong }) }
}
