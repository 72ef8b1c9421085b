/** What lies on the board, as blocks: notes under their headings, piles, and what people chose per activity. */
import type { Block, Button } from '../../contracts/message.ts'
import { join, type Language, type Said, said, type Text } from '../../contracts/text.ts'
import { type RetroForm, type Tap, type TapValue, tapValues, worded } from '../../instrument/retro.ts'
import { members } from '../../network/member.ts'
import { type Topic, tapsIn, topicsOf } from '../../retro/board.ts'
import type { Note, Retro } from '../../retro/retro.ts'
import { listName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { World } from '../feature.ts'
import { button } from '../reply.ts'
import type { Running } from './running.ts'

/** As many as read quietly on a phone (storyboard §6), and as fit every platform's smallest message. */
const mostShown = 15
const mostCharacters = 6000

/** Notes that belong under one heading. */
export interface Bunch {
  readonly heading?: Text
  readonly notes: readonly Note[]
}

const fieldsIn = ({ phases }: RetroForm) => {
  const all = phases.flatMap((each) => (each.phase === 'collect' ? each.fields : []))
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index)
}

/** Under the heading of their field, as they were written. */
const underFields = (form: RetroForm, notes: readonly Note[], language: Language): readonly Bunch[] =>
  fieldsIn(form)
    .map(({ id, heading }) => ({
      heading: worded(heading, language),
      notes: notes.filter(({ field }) => field === id),
    }))
    .filter((bunch) => bunch.notes.length > 0)

type Shown = Pick<Running, 'form' | 'retro'>

export const byField = ({ form, retro }: Shown, language: Language): readonly Bunch[] =>
  underFields(form, retro.board, language)

/** As they were put together: each pile, and then what lies by itself. */
export function byPile({ form, retro }: Shown, language: Language): readonly Bunch[] {
  const topics = topicsOf(retro)
  const named = topics.flatMap(({ name, notes }): Bunch[] =>
    name === undefined ? [] : [{ heading: [said(name)], notes }],
  )
  const loose = topics.flatMap(({ name, notes }) => (name === undefined ? notes : []))
  return [...named, ...underFields(form, loose, language)]
}

/** A topic as a choice: with the heading of its field, where there is more than one. */
export function topicLabel(form: RetroForm, topic: Topic, language: Language): Text {
  const fields = fieldsIn(form)
  const field = topic.name === undefined && fields.find(({ id }) => id === topic.notes[0]?.field)
  const title = [said(topicTitle(topic))]
  return field && fields.length > 1 ? join([worded(field.heading, language), title], ': ') : title
}

const saidBy = ({ state }: World, { words, by }: Note): Said => {
  const name = by === undefined ? undefined : members.get(state, by)?.name
  return said(name === undefined ? words : `${words} (${name})`)
}

export function bunchBlocks(world: World, bunches: readonly Bunch[]): readonly Block[] {
  return bunches.flatMap(({ heading, notes }): Block[] => [
    ...(heading === undefined ? [] : [{ tag: 'heading' as const, text: heading }]),
    { tag: 'quotes', quotes: notes.map((each) => saidBy(world, each)) },
  ])
}

/** The notes of some bunches, in pages that each fit a message. There is always a first one. */
export function pagesOf(bunches: readonly Bunch[], most = mostShown): readonly (readonly Bunch[])[] {
  const pages: Bunch[][] = [[]]
  let count = 0
  let characters = 0
  for (const { heading, notes } of bunches) {
    let open = false
    for (const note of notes) {
      if (count > 0 && (count >= most || characters + note.words.length > mostCharacters)) {
        pages.push([])
        count = 0
        characters = 0
        open = false
      }
      const page = pages.at(-1) ?? []
      const last = open ? page.pop() : undefined
      page.push({ ...(heading !== undefined && { heading }), notes: [...(last?.notes ?? []), note] })
      open = true
      count += 1
      characters += note.words.length
    }
  }
  return pages
}

/** The first page, and that there is more. */
export function firstPage(world: World, bunches: readonly Bunch[], language: Language): readonly Block[] {
  const [first = [], ...others] = pagesOf(bunches)
  const more: Block[] = others.length > 0 ? [{ tag: 'context', text: say(language, 'retro.board.more') }] : []
  return [...bunchBlocks(world, first), ...more]
}

export const readAll = ({ network }: World, { id }: Retro, language: Language, page = 0): Button =>
  button(network, 'retro', 'read', [id, String(page)], {
    label: label(language, 'be.share.all'),
    opens: 'nothing',
  })

/** Two lines on a phone. */
const titleLength = 60

/** A topic in a few words: its name, or the beginning of its note. */
export function topicTitle({ name, notes }: Topic): string {
  const letters = [...(name ?? notes[0]?.words ?? '').replaceAll('\n', ' ')]
  if (letters.length <= titleLength) return letters.join('')
  // After a whole word, unless that would leave hardly anything.
  const end = letters.slice(0, titleLength).lastIndexOf(' ')
  const begins = letters.slice(0, end > titleLength / 2 ? end : titleLength - 1).join('')
  return `${begins.replace(/[.,;:\s]+$/, '')}…`
}

const valueNames = { little: 'retro.tap.little', right: 'retro.tap.right', much: 'retro.tap.much' } as const

const valueName = (language: Language, value: TapValue): string => label(language, valueNames[value])

const namesOf = (language: Language, values: readonly TapValue[]): string =>
  listName(
    language,
    values.map((value) => valueName(language, value)),
  )

/** Per activity what was chosen, where people differ, and the tip that belongs to it; never how often. */
export function tallyBlocks({ form, retro }: Running, language: Language): readonly Block[] {
  const taps = tapsIn(form)
  if (taps.length === 0 || retro.aloud) return []
  const activities = taps.flatMap((tap): Block[] => [
    { tag: 'heading', text: tap.label[language] },
    { tag: 'paragraph', text: tallyText(retro, tap, language) },
    ...tipsFor(retro, tap, language),
  ])
  const [pattern] = form.phases
    .flatMap((each) => (each.phase === 'collect' ? each.patterns : []))
    .filter(({ when }) =>
      taps.every(({ id }) => {
        const most = mostOf(retro, id)
        return most.length === 1 && most[0] === when[id]
      }),
    )
  return [...activities, ...(pattern ? [{ tag: 'paragraph' as const, text: pattern.text[language] }] : [])]
}

const mostOf = ({ tallies }: Retro, id: string): readonly TapValue[] =>
  tallies.find(({ tap }) => tap === id)?.most ?? []

function tallyText({ tallies }: Retro, { id }: Tap, language: Language): Text {
  const found = tallies.find(({ tap }) => tap === id)
  if (!found) return say(language, 'retro.tap.few')
  const values = namesOf(language, found.most)
  const most = say(language, found.most.length === 1 ? 'retro.tap.most' : 'retro.tap.split', { values })
  if (found.also.length === 0) return most
  return join([most, say(language, 'retro.tap.also', { values: namesOf(language, found.also) })], ' ')
}

const tipsFor = (retro: Retro, tap: Tap, language: Language): readonly Block[] =>
  tapValues.flatMap((value): Block[] => {
    if (value === 'right' || !mostOf(retro, tap.id).includes(value)) return []
    const fills = { value: valueName(language, value), tip: tap[value][language] }
    return [{ tag: 'context', text: say(language, 'retro.tip.for', fills) }]
  })
