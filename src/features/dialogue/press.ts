/** What can be done with a card that came up. Anybody of the network presses for all, and can take it back. */
import { withChanges } from '../../contracts/store.ts'
import { say } from '../../text/say.ts'
import type { Action, Outcome, Scene } from '../feature.ts'
import { word } from '../reply.ts'
import { cardOf, chooseCard } from './cards.ts'
import { type Draw, draws } from './records.ts'
import { canUndo, cardMessage, swapped } from './views.ts'

type Press = (scene: Scene, draw: Draw) => Partial<Draw> | Outcome | undefined

/** `decide` says what becomes of the draw, what is answered instead, or `undefined`: the button is an old one. */
const onCard = (decide: Press): Action => ({
  for: 'network',
  press(scene, [id = '', revision = '']) {
    const draw = draws.get(scene.state, id)
    const old: Outcome = { reply: word(scene.language, say(scene.language, 'err.old')) }
    if (!draw || !cardOf(scene, draw.now)) return old
    if (scene.again) return show(scene, draw)
    if (String(draw.revision) !== revision || draw.state === 'silent') return old
    const decided = decide(scene, draw)
    if (decided === undefined) return old
    if ('reply' in decided) return decided
    const changed: Draw = {
      ...draw,
      ...(decided as Partial<Draw>),
      changed: scene.now.toISOString(),
      revision: draw.revision + 1,
    }
    const changes = [draws.put(changed)]
    return { changes, ...show({ ...scene, state: withChanges(scene.state, changes) }, changed) }
  },
})

/** In the channel the message itself changes; in private the answer is how it reads now. */
function show(scene: Scene, draw: Draw): Outcome {
  const message = draw.where === 'private' ? cardMessage(scene, draw, scene.language) : undefined
  return message ? { reply: { kind: 'word', message } } : {}
}

const becomes =
  (state: 'kept' | 'talked' | 'later'): Press =>
  (_scene, draw) =>
    draw.state === 'open' ? { state } : undefined

/** Once, and of the same theme when somebody asked for one. */
const another: Press = (scene, draw) => {
  if (draw.state !== 'open' || draw.cards.length > 1) return undefined
  const card = chooseCard(scene, draw.where, draw.theme)
  if (!card) return { reply: word(scene.language, say(scene.language, 'card.none')) }
  return { cards: [...draw.cards, card.id], now: card.id }
}

const undo: Press = (scene, draw) => {
  if (!canUndo(scene, draw)) return undefined
  if (draw.state !== 'open') return { state: 'open' }
  return swapped(draw) ? { now: draw.cards[0] ?? draw.now } : undefined
}

export const presses: Readonly<Record<string, Action>> = {
  keep: onCard(becomes('kept')),
  talked: onCard(becomes('talked')),
  later: onCard(becomes('later')),
  other: onCard(another),
  undo: onCard(undo),
}
