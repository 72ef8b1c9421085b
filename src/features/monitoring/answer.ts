/** How one member places crosses: what they read beforehand, and the thanks at the end, with the way to a story. */
import type { Block } from '../../contracts/message.ts'
import { itemsOf, linesIn } from '../../instrument/instrument.ts'
import type { Member } from '../../network/member.ts'
import { instrumentOf, markReady } from '../../round/engine.ts'
import { firstEmptyStep } from '../../round/form.ts'
import { harvestForStory } from '../../round/harvest.ts'
import { type Round, rounds } from '../../round/round.ts'
import { label, say } from '../../text/say.ts'
import { answerAction } from '../answering.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { button } from '../reply.ts'
import { feature } from './record.ts'
import { asksValues } from './values.ts'
import { closing, whoSees } from './views.ts'

export const finish = (_scene: Scene, round: Round, member: Member) => [markReady(round, member)]

const answering = answerAction({
  feature,
  begin: firstEmptyStep,
  intro(scene, round, { revision }, step) {
    const { language, network, state } = scene
    const small = (text: ReturnType<typeof say>): Block => ({ tag: 'context', text })
    const { title, ask, items } = instrumentOf(state, round).steps[step - 1] ?? { items: [] }
    const about: Block[] = [
      ...(title ? [{ tag: 'heading' as const, text: title[language] }] : []),
      ...(ask ? [{ tag: 'paragraph' as const, text: ask[language] }] : []),
      ...(linesIn(items).length > 0 ? [{ tag: 'paragraph' as const, text: say(language, 'dsl.now') }] : []),
      ...(asksValues(items) ? [small(say(language, 'values.who', { n: network.minimum }))] : []),
    ]
    if (step > 1) return [...about, small(say(language, 'form.close'))]
    const again = revision > 0 ? [small(say(language, 'dsl.again'))] : []
    return [
      whoSees(scene, language),
      small(say(language, 'dsl.cut', closing(scene, round, language))),
      ...again,
      ...about,
    ]
  },
  finish,
  thanks(scene, round, something) {
    const { day } = closing(scene, round, scene.language)
    return say(scene.language, something ? 'dsl.done' : 'dsl.nothing', { day })
  },
})

/** Whoever said what the network brings may like to tell how that went; it is kept for the harvest of the year. */
export const answer: Action = {
  ...answering,
  submit(scene, about, submit) {
    const outcome = answering.submit?.(scene, about, submit) ?? {}
    const round = rounds.get(scene.state, about[0] ?? '')
    return round && asksValues(itemsOf(instrumentOf(scene.state, round)))
      ? offerStory(scene, outcome)
      : outcome
  },
}

function offerStory(scene: Scene, outcome: Outcome): Outcome {
  const { language, network } = scene
  const harvest = harvestForStory(scene)
  if (harvest === undefined || outcome.reply?.kind !== 'word') return outcome
  const { message } = outcome.reply
  const tell = button(network, 'harvest', 'story', [harvest], {
    label: label(language, 'harvest.tell'),
    opens: 'form',
  })
  const blocks: Block[] = [
    ...message.blocks,
    { tag: 'paragraph', text: say(language, 'harvest.offer') },
    { tag: 'buttons', buttons: [tell] },
  ]
  return { ...outcome, reply: { kind: 'word', message: { ...message, blocks } } }
}
