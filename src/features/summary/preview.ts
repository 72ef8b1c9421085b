/** The preview: made the school day before, changed by leaving lines out, posted by itself or at a word. */
import { dateOf } from '../../calendar/calendar.ts'
import type { Form, Values } from '../../contracts/form.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import type { Text } from '../../contracts/text.ts'
import { countAsk } from '../../network/attention.ts'
import { rests, teamleiders } from '../../network/member.ts'
import { posted, type Summary, type SummaryLine, summaries } from '../../summary/summary.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Outgoing, Post, Scene, World } from '../feature.ts'
import { formOf } from '../form.ts'
import { notSaved, word } from '../reply.ts'
import { currentLines, isQuiet, linesOf, periodUntil } from './lines.ts'
import { type Coming, comingSummary, postMoment } from './rhythm.ts'
import { previewMessage, summaryMessage, tickedLines, tickFields } from './views.ts'

const slotOf = ({ id }: Summary): string => `summary-preview-${id}`

/** The summary as it would be now. */
function draftOf(world: World, coming: Coming): Summary {
  const period = periodUntil(world, world.now)
  const today = dateOf(world.now, world.network.zone)
  const made = { id: coming.id, state: 'preview' as const, ...period, previewed: today, left: [] }
  const draft: Summary = { ...made, day: today, lines: linesOf(world, period) }
  const day = dateOf(postMoment(world, { ...coming, preview: draft }) ?? coming.lapses, world.network.zone)
  return { ...draft, day }
}

/** Fixes which lines there are. Of a quiet month there is nothing to look at beforehand. */
export function makePreview(world: World, about: string): Outcome {
  const coming = comingSummary(world)
  if (coming?.id !== about || coming.preview) return {}
  const draft = draftOf(world, coming)
  const state = withChanges(world.state, [summaries.put(draft)])
  // Who asked for quiet gets it; the others look for them.
  const there = teamleiders(state).filter((person) => !rests(person, draft.previewed))
  const shown = isQuiet(world, draft.lines) ? [] : there
  return {
    changes: [summaries.put(draft)],
    messages: shown.map((person): Outgoing => {
      const message = previewMessage({ ...world, state }, draft, person)
      return { to: { member: person.id }, slot: slotOf(draft), message }
    }),
  }
}

export function postPreview(world: World, about: string): Outcome {
  const preview = summaries.get(world.state, about)
  return preview?.state === 'preview' ? post(world, preview, currentLines(world, preview)) : {}
}

/** From here on it stays as it is. A network that never had one hears nothing of a first quiet month. */
function post(world: World, summary: Summary, lines: readonly SummaryLine[]): Outcome {
  const { network, state, now } = world
  const quiet = isQuiet(world, lines)
  // What came since the preview waits for the next one; then a quiet month would not be true.
  const after = quiet && !isQuiet(world, linesOf(world, periodUntil(world, now)))
  const done: Summary = { ...summary, state: 'posted', lines: quiet ? [] : lines }
  const changes: Change[] = [summaries.put(done)]
  if (after || (quiet && posted(state).every((each) => each.lines.length === 0))) return { changes }
  const date = dateOf(now, network.zone)
  const counted = countAsk(state, { id: world.newId(), to: 'channel', date, kind: 'summary' })
  const message = summaryMessage({ ...world, state: withChanges(state, changes) }, done, network.language)
  return { changes: [...changes, ...counted], messages: [{ to: 'network', message }] }
}

/** The last preview reads as it stands now, for every teamleider who got it. */
export function previewPosts(world: World): readonly Post[] {
  const last = summaries
    .all(world.state)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1)
  if (!last) return []
  return teamleiders(world.state).map((person) => ({
    to: { member: person.id },
    slot: slotOf(last),
    message: previewMessage(world, last, person),
  }))
}

const openPreview = ({ state }: Scene, [id = '']: readonly string[]): Summary | undefined => {
  const found = summaries.get(state, id)
  return found?.state === 'preview' ? found : undefined
}

export const fine: Action = {
  for: 'teamleider',
  press(scene, about) {
    const { language } = scene
    const preview = openPreview(scene, about)
    if (!preview) return { reply: word(language, say(language, 'err.closed')) }
    const reply = word(language, say(language, 'ms.fine.done'))
    return preview.chosen ? { reply } : { changes: [summaries.put({ ...preview, chosen: 'fine' })], reply }
  },
}

/** Leaving lines out, nothing else. The first teamleider who does so does it for all. */
export const change: Action = {
  for: 'teamleider',
  press(scene, about) {
    const { language } = scene
    const preview = openPreview(scene, about)
    if (!preview) return { reply: word(language, say(language, 'err.closed')) }
    if (preview.chosen === 'changed') return { reply: word(language, say(language, 'ms.changed.before')) }
    return {
      reply: { kind: 'form', form: leaveOut(scene, 'change', preview.id, currentLines(scene, preview)) },
    }
  },
  submit(scene, about, { values }) {
    const { language } = scene
    const preview = openPreview(scene, about)
    if (!preview) return { reply: notSaved(say(language, 'err.closed')) }
    const reply = word(language, say(language, 'ms.changed'))
    if (scene.again) return { reply }
    if (preview.chosen === 'changed') return { reply: notSaved(say(language, 'ms.changed.before')) }
    const offered = currentLines(scene, preview)
    const { kept, error } = keptLines(scene, offered, values)
    if (error) return { reply: notSaved(error) }
    const left = offered.flatMap((each) => (kept.includes(each) ? [] : [each.id]))
    return { changes: [summaries.put({ ...preview, left, chosen: 'changed' })], reply }
  },
}

/** What a teamleider can post before its day: the preview where there is one, else as it would be now. */
export function offeredNow(scene: Scene, coming: Coming): { draft: Summary; lines: readonly SummaryLine[] } {
  const draft = coming.preview ?? draftOf(scene, coming)
  return { draft, lines: coming.preview ? currentLines(scene, coming.preview) : draft.lines }
}

export const postNow: Action = {
  for: 'teamleider',
  press(scene, [id]) {
    const { language } = scene
    const coming = comingSummary(scene)
    if (!coming || coming.id !== id) return { reply: word(language, say(language, 'err.closed')) }
    const { lines } = offeredNow(scene, coming)
    if (isQuiet(scene, lines)) return { reply: word(language, say(language, 'ms.coming.none')) }
    return { reply: { kind: 'form', form: leaveOut(scene, 'now', id, lines) } }
  },
  submit(scene, [id], { values, revision }) {
    const { language } = scene
    const reply = word(language, say(language, 'ms.posted'))
    if (scene.again) return { reply }
    const coming = comingSummary(scene)
    if (!coming || coming.id !== id) return { reply: notSaved(say(language, 'err.closed')) }
    const { draft, lines } = offeredNow(scene, coming)
    if (isQuiet(scene, lines)) return { reply: notSaved(say(language, 'ms.coming.none')) }
    if (revision !== lines.length) return { reply: { kind: 'form', form: moved(scene, id, lines) } }
    const { kept, error } = keptLines(scene, lines, values)
    if (error) return { reply: notSaved(error) }
    const left = lines.flatMap((each) => (kept.includes(each) ? [] : [each.id]))
    return { ...post(scene, { ...draft, left: [...draft.left, ...left] }, kept), reply }
  },
}

interface Kept {
  readonly kept: readonly SummaryLine[]
  readonly error?: Text
}

function keptLines(scene: Scene, offered: readonly SummaryLine[], values: Values): Kept {
  const { language } = scene
  const kept = tickedLines(offered, values)
  if (!kept) return { kept: [], error: say(language, 'err.choice') }
  return isQuiet(scene, kept) ? { kept, error: say(language, 'ms.form.one') } : { kept }
}

/** `revision`: how many lines they saw. */
function leaveOut(scene: Scene, action: 'change' | 'now', id: string, lines: readonly SummaryLine[]): Form {
  const { language } = scene
  return formOf(scene, {
    feature: 'summary',
    action,
    about: [id],
    title: label(language, 'ms.form'),
    revision: lines.length,
    intro: [{ tag: 'paragraph', text: say(language, action === 'now' ? 'ms.now.how' : 'ms.form.how') }],
    fields: tickFields(lines, language, () => true),
  })
}

function moved(scene: Scene, id: string, lines: readonly SummaryLine[]): Form {
  const form = leaveOut(scene, 'now', id, lines)
  return { ...form, intro: [{ tag: 'paragraph', text: say(scene.language, 'ms.now.moved') }, ...form.intro] }
}
