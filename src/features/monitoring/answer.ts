/** How one member places crosses: what they read beforehand, and the thanks at the end, with the way to a story. */
import type { Block } from '../../contracts/message.ts'
import { itemsOf, linesIn } from '../../instrument/instrument.ts'
import type { Member } from '../../network/member.ts'
import { instrumentOf, markReady } from '../../round/engine.ts'
import { firstEmptyStep } from '../../round/form.ts'
import { harvestForStory } from '../../round/harvest.ts'
import type { Round } from '../../round/round.ts'
import { say } from '../../text/say.ts'
import { answerAction } from '../answering.ts'
import type { Scene } from '../feature.ts'
import { closing } from '../round-life.ts'
import { offering, storyOffer } from '../thanks.ts'
import { feature } from './record.ts'
import { asksValues } from './values.ts'
import { whoSees } from './views.ts'

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
    return say(scene.language, something ? 'dsl.done' : 'dsl.nothing', closing(scene, round, scene.language))
  },
})

/** Whoever said what the network brings may like to tell how that went; it is kept for the harvest of the year. */
export const answer = offering(answering, (scene, round) => {
  const harvest = harvestForStory(scene)
  const asked = asksValues(itemsOf(instrumentOf(scene.state, round)))
  return asked && harvest !== undefined ? storyOffer(scene, harvest) : []
})
