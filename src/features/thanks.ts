/** What comes with the thanks, once somebody is through the questions of a round. */
import type { Block } from '../contracts/message.ts'
import { withChanges } from '../contracts/store.ts'
import { answersId, type Round, rounds } from '../round/round.ts'
import { stories } from '../story/story.ts'
import { label, say } from '../text/say.ts'
import type { Action, Scene } from './feature.ts'
import { button } from './reply.ts'

/** The same action, with what is offered to who just finished; the scene is as their answers left it. */
export const offering = (
  answer: Action,
  offer: (scene: Scene, round: Round) => readonly Block[],
): Action => ({
  ...answer,
  submit(scene, about, submit) {
    const outcome = answer.submit?.(scene, about, submit) ?? {}
    const round = rounds.get(scene.state, about[0] ?? '')
    if (!round || outcome.reply?.kind !== 'word') return outcome
    const { message } = outcome.reply
    const after = { ...scene, state: withChanges(scene.state, outcome.changes ?? []) }
    const blocks = [...message.blocks, ...offer(after, round)]
    return { ...outcome, reply: { kind: 'word', message: { ...message, blocks } } }
  },
})

/** The way to tell a story for a harvest, or to change the one that was told. */
export function storyOffer(scene: Scene, harvest: string): readonly Block[] {
  const { language, member, network, state } = scene
  const told = member && stories.get(state, answersId(harvest, member.id))
  const tell = button(network, 'harvest', 'story', [harvest], {
    label: label(language, 'harvest.tell'),
    opens: 'form',
  })
  return [
    { tag: 'paragraph', text: say(language, told ? 'harvest.told' : 'harvest.offer') },
    { tag: 'buttons', buttons: [tell] },
  ]
}
