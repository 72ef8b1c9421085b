/** `monitor`: opens a round, or shows where it stands; earlier pictures side by side, and all of them as a table. */
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import type { Block, Button } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import type { Text } from '../../contracts/text.ts'
import { takesPart } from '../../network/member.ts'
import { closedRounds, openRounds } from '../../round/round.ts'
import { dateName } from '../../text/dates.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, CommandSpec, Outcome, Scene } from '../feature.ts'
import { button, word } from '../reply.ts'
import { dayOf } from './head.ts'
import { comingMoments } from './moments.ts'
import { ownButtons } from './own.ts'
import { feature, picturedRounds, roundOutcomes } from './record.ts'
import { byWord, open } from './rhythm.ts'
import { resultsTable } from './table.ts'
import { trends } from './trends.ts'
import { closing, fillIn } from './views.ts'

/** While a picture is this fresh, the word shows it and does not begin anew by itself. */
const freshDays = 42

export const monitorCommand: CommandSpec = {
  words: { nl: 'monitor', en: 'monitor' },
  for: 'lead',
  help: 'dsl.help',
  run: (scene) =>
    openRounds(scene.state, feature).length > 0 || isFresh(scene) ? show(scene) : begin(scene),
}

/** By a button: also while the last picture is fresh. */
export const beginNow: Action = {
  for: 'lead',
  press: (scene) => (openRounds(scene.state, feature).length > 0 ? show(scene) : begin(scene)),
}

function begin(scene: Scene): Outcome {
  const outcome = open(scene, byWord)
  const after = { ...scene, state: withChanges(scene.state, outcome.changes ?? []) }
  return { ...outcome, ...show(after) }
}

const lastClosed = ({ state }: Scene) => {
  const last = closedRounds(state, feature).at(-1)
  return last && roundOutcomes.get(state, last.id)?.closed
}

function isFresh(scene: Scene): boolean {
  const closed = lastClosed(scene)
  return closed !== undefined && plusDays(closed, freshDays) > dateOf(scene.now, scene.network.zone)
}

function stands(scene: Scene): Text {
  const { language, state } = scene
  const [running] = openRounds(state, feature)
  if (running) return say(language, 'dsl.stands', closing(scene, running, language))
  return say(language, 'dsl.recent', { day: dateName(language, lastClosed(scene) ?? '') })
}

/** When the next one begins by itself, once that is sure. */
function coming({ language, network, now, state }: Scene): readonly Block[] {
  const [next] = comingMoments(state, network.zone)
  if (!next || next.date < dateOf(now, network.zone)) return []
  return [{ tag: 'context', text: say(language, 'dsl.coming', { day: dayOf(language, next.date) }) }]
}

function moveButtons({ language, network, state }: Scene): readonly Button[] {
  return comingMoments(state, network.zone).map(({ id, revision }) =>
    button(network, feature, 'move', [id, String(revision)], {
      label: label(language, 'plan.move'),
      opens: 'form',
    }),
  )
}

function show(scene: Scene): Outcome {
  const { language, member, network, state } = scene
  const [running] = openRounds(state, feature)
  const title = label(language, 'dsl.name')
  const does = (action: string, id: PlainTextId, opens: Button['opens'], about: readonly string[] = []) =>
    button(network, feature, action, about, { label: label(language, id), opens })
  const count = String(closedRounds(state, feature).length)
  const buttons = [
    ...(running && member && takesPart(member) ? [fillIn(scene, running, language)] : []),
    ...(running ? [] : [does('open', 'dsl.open.button', 'nothing', [count])]),
    ...(picturedRounds(state).length > 0 ? [does('table', 'dsl.table.button', 'nothing', [count])] : []),
    ...ownButtons(scene),
    ...moveButtons(scene),
  ]
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    { tag: 'paragraph', text: stands(scene) },
    ...coming(scene),
    ...trends(scene),
    ...(buttons.length > 0 ? [{ tag: 'buttons' as const, buttons }] : []),
  ]
  return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
}

/** The network's results, for who leads the conversation. */
export const table: Action = {
  for: 'lead',
  press(scene) {
    const { language, state } = scene
    if (picturedRounds(state).length === 0) return { reply: word(language, say(language, 'dsl.trends.none')) }
    const text = say(language, 'dsl.table')
    const blocks: Block[] = [
      { tag: 'paragraph', text },
      {
        tag: 'file',
        name: label(language, 'dsl.file'),
        type: 'text/csv',
        content: resultsTable(scene, language),
      },
    ]
    return { reply: { kind: 'word', message: { language, summary: text, blocks } } }
  },
}
