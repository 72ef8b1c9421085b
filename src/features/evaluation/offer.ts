/**
 * Whoever ticked that they are going to do something is asked, with the thanks, whether the bot may come back to
 * it. Nothing is kept of the question: only who says yes writes something down.
 */
import type { Block } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import { answersBy } from '../../round/engine.ts'
import { rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { button } from '../reply.ts'

export const offering = (answer: Action): Action => ({
  ...answer,
  submit(scene, about, submit) {
    const outcome = answer.submit?.(scene, about, submit) ?? {}
    return goingToDo(scene, about, outcome) ? withOffer(scene, outcome) : outcome
  },
})

function goingToDo({ state, member }: Scene, [roundId = '']: readonly string[], outcome: Outcome): boolean {
  const round = rounds.get(state, roundId)
  if (!round || !member || outcome.reply?.kind !== 'word') return false
  const { value } = answersBy(withChanges(state, outcome.changes ?? []), round, member).values
  return [value ?? []].flat().includes('applied')
}

function withOffer({ language, network }: Scene, outcome: Outcome): Outcome {
  if (outcome.reply?.kind !== 'word') return outcome
  const { message } = outcome.reply
  const yes = { label: label(language, 'transfer.yes'), opens: 'form' } as const
  const offer: readonly Block[] = [
    { tag: 'paragraph', text: say(language, 'transfer.offer') },
    { tag: 'buttons', buttons: [button(network, 'transfer', 'note', [], yes)] },
  ]
  return {
    ...outcome,
    reply: { kind: 'word', message: { ...message, blocks: [...message.blocks, ...offer] } },
  }
}
