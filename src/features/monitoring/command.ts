/** `monitor`: opens a round, or shows where it stands; earlier pictures side by side, or as a table. */
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import type { Block, Button } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import { said, type Text } from '../../contracts/text.ts'
import { participants, takesPart } from '../../network/member.ts'
import { closedRounds, openRounds } from '../../round/round.ts'
import { dateName, dayName, listName, timeName } from '../../text/dates.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, CommandSpec, Outcome, Scene } from '../feature.ts'
import { button, word } from '../reply.ts'
import { closing, fillIn } from '../round-life.ts'
import { dayOf } from './head.ts'
import { comingMoments } from './moments.ts'
import { ownButtons, ownForRound } from './own.ts'
import { feature, hasPicture, picturedRounds, roundOutcomes } from './record.ts'
import { byWord, closesWhenOpenedNow, open } from './rhythm.ts'
import { resultsTable } from './table.ts'
import { trends } from './trends.ts'

/** While a picture is this fresh, there may be more to talk about than to ask. */
const freshDays = 42

export const monitorCommand: CommandSpec = {
  words: { nl: 'monitor', en: 'monitor' },
  for: 'lead',
  help: 'dsl.help',
  run: (scene) =>
    openRounds(scene.state, feature).length > 0 || isFresh(scene) || isFew(scene)
      ? show(scene)
      : begin(scene),
}

/** With a fresh picture, or too few people for one, a round opens after a second look. */
export const openNow: Action = {
  for: 'lead',
  // An old message may still have the button: what it asked was about another moment.
  press: (scene, [count]) =>
    openRounds(scene.state, feature).length > 0 || count !== roundsSoFar(scene) ? show(scene) : begin(scene),
}

function begin(scene: Scene): Outcome {
  const outcome = open(scene, byWord)
  return { ...outcome, ...show({ ...scene, state: withChanges(scene.state, outcome.changes ?? []) }, true) }
}

const isFew = ({ network, state }: Scene): boolean => participants(state).length < network.minimum

function isFresh({ network, now, state }: Scene): boolean {
  const last = closedRounds(state, feature).at(-1)
  const closed = last && roundOutcomes.get(state, last.id)?.closed
  if (!last || closed === undefined || !hasPicture(last)) return false
  return plusDays(closed, freshDays) > dateOf(now, network.zone)
}

export const notNow: Action = {
  for: 'lead',
  press: ({ language }) => ({ reply: word(language, say(language, 'dsl.not.now')) }),
}

const paragraph = (text: Text): Block => ({ tag: 'paragraph', text })

/** How the open round stands; or what came before, and whether to open one now. */
function stands(scene: Scene, opened: boolean): readonly Block[] {
  const { language, state } = scene
  const [running] = openRounds(state, feature)
  if (running) {
    const text = opened ? 'dsl.opened' : 'dsl.stands'
    return [paragraph(say(language, text, closing(scene, running, language)))]
  }
  return [...before(scene), ...ask(scene)]
}

function before(scene: Scene): readonly Block[] {
  const { language, state } = scene
  const last = closedRounds(state, feature).at(-1)
  const closed = last && roundOutcomes.get(state, last.id)?.closed
  if (closed === undefined) return []
  const day = dateName(language, closed)
  return [
    paragraph(isFresh(scene) ? say(language, 'dsl.recent', { day }) : say(language, 'dsl.before', { day })),
  ]
}

/** All that whoever opens a round would want to know beforehand, and the two ways on. */
function ask(scene: Scene): readonly Block[] {
  const { language, network, state } = scene
  const closes = closesWhenOpenedNow(scene)
  const until = {
    day: dayName(language, closes, network.zone),
    time: timeName(language, closes, network.zone),
  }
  const n = participants(state).length
  const own = ownForRound(scene).items.map(({ text }) => text[language])
  const lines = said(listName(language, own))
  return [
    paragraph(
      isFew(scene)
        ? say(language, 'dsl.ask.few', { n: network.minimum, ...until })
        : say(language, 'dsl.ask', { n, ...until }),
    ),
    ...(own.length > 0 ? [{ tag: 'context' as const, text: say(language, 'dsl.ask.own', { lines }) }] : []),
    {
      tag: 'buttons',
      buttons: [
        { ...does(scene, 'open', 'dsl.open.button', [roundsSoFar(scene)]), primary: true },
        does(scene, 'not-now', 'dsl.not.now.button', [roundsSoFar(scene)]),
      ],
    },
  ]
}

/** Grows with every round, so that opening the next one is another time. */
const roundsSoFar = ({ state }: Scene): string => String(closedRounds(state, feature).length)

const does = (
  { language, network }: Scene,
  action: string,
  id: PlainTextId,
  about: readonly string[],
): Button => button(network, feature, action, about, { label: label(language, id), opens: 'nothing' })

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

/** `opened`: by the very word or press that this answers. Only that one is handled, so only that one comes again. */
function show(scene: Scene, opened = scene.again): Outcome {
  const { language, member, state } = scene
  const [running] = openRounds(state, feature)
  const title = label(language, 'dsl.name')
  const pictured = picturedRounds(state).length > 0
  const buttons = [
    ...(running && member && takesPart(member) ? [fillIn(scene, running, language)] : []),
    ...(pictured ? [does(scene, 'table', 'dsl.table.button', [roundsSoFar(scene)])] : []),
    ...ownButtons(scene),
    ...moveButtons(scene),
  ]
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    ...stands(scene, opened),
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
