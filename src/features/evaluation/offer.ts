/**
 * Whoever ticked that they are going to do something is asked, with the thanks, whether the bot may come back to
 * it. Nothing is kept of the question: only who says yes writes something down.
 */
import type { Block } from '../../contracts/message.ts'
import { answersBy } from '../../round/engine.ts'
import type { Round } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { button } from '../reply.ts'

export function transferOffer({ language, member, network, state }: Scene, round: Round): readonly Block[] {
  const { value } = member ? answersBy(state, round, member).values : {}
  if (![value ?? []].flat().includes('applied')) return []
  const yes = { label: label(language, 'transfer.yes'), opens: 'form' } as const
  return [
    { tag: 'paragraph', text: say(language, 'transfer.offer') },
    { tag: 'buttons', buttons: [button(network, 'transfer', 'note', [], yes)] },
  ]
}
