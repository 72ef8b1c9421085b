/** Cards that volunteers take: who keeps an eye on which activity next time. */
import type { Block } from '../../contracts/message.ts'
import { type Language, said } from '../../contracts/text.ts'
import { members } from '../../network/member.ts'
import { tapsIn } from '../../retro/board.ts'
import { type Retro, retros } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, World } from '../feature.ts'
import { word } from '../reply.ts'
import { inPhase, type Running, runningOf } from './running.ts'

/** A press takes a card that is free, and puts back one's own. */
export const card: Action = {
  for: 'participant',
  press(scene, [id, which = '']) {
    const { language, member, state } = scene
    const running = runningOf(scene, id)
    if (!running || !member) return { reply: word(language, say(language, 'err.closed')) }
    const { retro, form, phase } = running
    const tap = tapsIn(form).find((each) => each.id === which)
    if (!tap || !inPhase(phase, 'talk')?.cards) return { reply: word(language, say(language, 'retro.late')) }
    const holder = members.get(state, retro.cards[tap.id] ?? '')
    const yours = word(language, say(language, 'retro.card.yours', { eye: tap.eye[language] }))
    const back = word(language, label(language, 'retro.card.back'))
    if (scene.again) return { reply: holder?.id === member.id ? yours : back }
    if (holder && holder.id !== member.id)
      return { reply: word(language, say(language, 'retro.card.taken', { name: said(holder.name) })) }
    const { [tap.id]: _held, ...others } = retro.cards
    const cards = holder ? others : { ...others, [tap.id]: member.id }
    const after: Retro = { ...retro, cards, taken: retro.taken + 1 }
    return { changes: [retros.put(after)], reply: holder ? back : yours }
  },
}

/** Who keeps an eye on what next time; once it is over, nobody can take what is still free. */
export function cardFacts(
  { state }: World,
  { form, retro }: Pick<Running, 'form' | 'retro'>,
  language: Language,
): readonly Block[] {
  const facts = tapsIn(form).flatMap(({ id, card }) => {
    const holder = members.get(state, retro.cards[id] ?? '')
    if (!holder && retro.state === 'closed') return []
    return [
      { name: card[language], value: holder ? [said(holder.name)] : label(language, 'retro.card.free') },
    ]
  })
  return facts.length > 0 ? [{ tag: 'facts', facts }] : []
}
