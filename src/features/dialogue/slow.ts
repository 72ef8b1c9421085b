/** How often cards come: the teamleider is asked after two silent ones, and can choose at any time. */
import { dateOf } from '../../calendar/calendar.ts'
import { plusDays } from '../../calendar/day.ts'
import type { Block, Message } from '../../contracts/message.ts'
import { type State, withChanges } from '../../contracts/store.ts'
import type { Language } from '../../contracts/text.ts'
import { asksEveryoneOn } from '../../meeting/meeting.ts'
import { countAsk, hasRoom, usualRoom } from '../../network/attention.ts'
import { type Member, rests, teamleiders } from '../../network/member.ts'
import { label, type PlainTextId, say } from '../../text/say.ts'
import type { Action, Occurrence, Outcome, Post, World } from '../feature.ts'
import { oneOf } from '../form.ts'
import { button, word } from '../reply.ts'
import { type Draw, drawsOf, type Every, gapOf, type Rhythm, rhythmOf, rhythms } from './records.ts'

/** Nobody pressed anything, not even to take it back. */
const isSilent = ({ state, revision }: Draw): boolean =>
  revision === 0 && (state === 'open' || state === 'silent')

/** The second of the last two cards that came by themselves, when both stayed silent and nobody asked about it yet. */
export function quietCard(state: State): Draw | undefined {
  const { every, asked } = rhythmOf(state)
  if (every !== 'fortnight') return undefined
  const nudges = drawsOf(state).filter(({ where, by }) => where === 'channel' && by === 'itself')
  const since = nudges.slice(nudges.findIndex(({ id }) => id === asked?.draw) + 1)
  const [first, second] = since.slice(-2)
  return first && second && isSilent(first) && isSilent(second) ? second : undefined
}

/** When the next card would have come. */
export function planSlow(world: World): readonly Occurrence[] {
  const { state, calendar, network } = world
  const quiet = quietCard(state)
  const gap = gapOf(rhythmOf(state))
  if (!quiet || gap === undefined) return []
  const day = plusDays(dateOf(new Date(quiet.at), network.zone), gap)
  const room = (date: string) =>
    !asksEveryoneOn(state, date, calendar, network.zone) &&
    teamleiders(state).every(
      (person) => !rests(person, date) && hasRoom(state, person.id, date, world.reserved(date)),
    )
  return [{ kind: 'slow', about: quiet.id, at: usualRoom(world, day, room) }]
}

/** Silence means fewer cards, so that is how it is from now on; whoever is asked can choose otherwise. */
export function askToSlow(world: World, about: string): Outcome {
  const { state } = world
  if (quietCard(state)?.id !== about) return {}
  const rhythm = rhythmOf(state)
  const asked: Rhythm = {
    ...rhythm,
    every: 'month',
    asked: { draw: about, answered: false },
    revision: rhythm.revision + 1,
  }
  const changes = [rhythms.put(asked)]
  const date = dateOf(world.now, world.network.zone)
  const after = { ...world, state: withChanges(state, changes) }
  return {
    changes: [
      ...changes,
      ...teamleiders(state).flatMap(({ id: to }) =>
        countAsk(state, { id: world.newId(), to, date, kind: 'card-slow' }),
      ),
    ],
    messages: slowPosts(after),
  }
}

export function slowPosts(world: World): readonly Post[] {
  const { asked } = rhythmOf(world.state)
  if (!asked) return []
  return teamleiders(world.state).map((person) => ({
    to: { member: person.id },
    slot: `card-slow-${asked.draw}`,
    message: slowMessage(world, person),
  }))
}

const everyTexts = {
  fortnight: 'card.every.fortnight',
  month: 'card.every.month',
  stopped: 'card.every.stopped',
} as const satisfies Readonly<Record<Every, PlainTextId>>

export const everyText = (state: State, language: Language): string =>
  label(language, everyTexts[rhythmOf(state).every])

function slowMessage({ state, network }: World, { language }: Member): Message {
  const { asked, revision } = rhythmOf(state)
  const text = say(language, 'card.slow')
  const choose = (choice: string, id: PlainTextId) =>
    button(network, 'dialogue', 'slow', [choice, String(revision)], {
      label: label(language, id),
      opens: 'nothing',
    })
  const open: Block[] = [
    { tag: 'context', text: say(language, 'card.slow.else') },
    {
      tag: 'buttons',
      buttons: [
        choose('month', 'card.monthly'),
        choose('fortnight', 'card.fine'),
        choose('stopped', 'card.stop'),
      ],
    },
  ]
  const chosen: Block[] = [
    { tag: 'context', text: everyText(state, language) },
    { tag: 'buttons', buttons: [choose('undo', 'card.undo')] },
  ]
  return {
    language,
    summary: text,
    blocks: [{ tag: 'paragraph', text }, ...(asked?.answered ? chosen : open)],
  }
}

/** `undo` is back to what silence means. */
function chosen(rhythm: Rhythm, choice: string): Rhythm | undefined {
  const { asked } = rhythm
  const undone = choice === 'undo' && asked?.answered
  const every = undone ? 'month' : oneOf(everyTexts, choice)
  if (!every) return undefined
  return {
    ...rhythm,
    every,
    ...(asked && { asked: { ...asked, answered: !undone } }),
    revision: rhythm.revision + 1,
  }
}

const choosing = (show: boolean, audience: Action['for']): Action => ({
  for: audience,
  press(scene, [choice = '', revision = '']) {
    const { language, state } = scene
    const rhythm = rhythmOf(state)
    const now = () => (show ? { reply: word(language, everyText(state, language)) } : {})
    if (scene.again) return now()
    const next = String(rhythm.revision) === revision ? chosen(rhythm, choice) : undefined
    if (!next) return { reply: word(language, say(language, 'err.old')) }
    const changes = [rhythms.put(next)]
    if (!show) return { changes }
    return { changes, reply: word(language, everyText(withChanges(state, changes), language)) }
  },
})

/** Under the question to the teamleider, where the choice replaces the buttons; and among the network's cards. */
export const slow = choosing(false, 'teamleider')
export const every = choosing(true, 'lead')
