/** The steps in which a network is set up, and later changed: who you are, when, which days, and how you begin. */
import { dateOf, schoolYearOf } from '../../calendar/calendar.ts'
import { regionIds } from '../../calendar/holidays.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import { repeatTexts } from '../../meeting/words.ts'
import type { Draft } from '../../network/draft.ts'
import { minimumGroup, type Network } from '../../network/network.ts'
import { dateName, listName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'

/** How a network begins is only asked when it does. */
export const setupSteps = { start: 4, change: 3 } as const
export const mostName = 80
export const mostTask = 300

/** What the network is now, as values of the form. */
function valuesOf({ name, task, language, regions, zone, minimum, free }: Network): Values {
  const days = free.map(({ from, until }) => (from === until ? from : `${from} - ${until}`)).join('\n')
  return { name, task, language, regions, zone, minimum: String(minimum), ...(days && { free: days }) }
}

export function setupForm(scene: Scene, action: 'start' | 'change', draft: Draft, step: number): Form {
  const values = { ...valuesOf(scene.network), ...draft.values }
  const { language } = scene
  return formOf(scene, {
    feature: 'setup',
    action,
    title: label(language, action === 'start' ? 'setup.title' : 'settings.title'),
    revision: draft.revision,
    step,
    steps: setupSteps[action],
    fields: [who, when, days, beginning][step - 1]?.(scene, values) ?? [],
    intro: step === 3 ? holidaysOf(scene, values) : step === 4 ? [later(scene)] : [],
  })
}

const text = (values: Values, id: string): { value?: string } => {
  const value = values[id]
  return typeof value === 'string' && value !== '' ? { value } : {}
}

const who = ({ language }: Scene, values: Values): readonly Field[] => [
  {
    tag: 'short',
    id: 'name',
    label: label(language, 'setup.name'),
    optional: false,
    most: mostName,
    ...text(values, 'name'),
  },
  {
    tag: 'long',
    id: 'task',
    label: label(language, 'setup.task'),
    optional: true,
    most: mostTask,
    ...text(values, 'task'),
  },
  {
    tag: 'choice',
    id: 'language',
    label: label(language, 'setup.language'),
    optional: false,
    options: optionsOf(language, { nl: 'setup.nl', en: 'setup.en' }),
    ...text(values, 'language'),
  },
]

const when = ({ language }: Scene, values: Values): readonly Field[] => [
  {
    tag: 'choices',
    id: 'regions',
    label: label(language, 'setup.regions'),
    hint: label(language, 'setup.regions.hint'),
    optional: true,
    most: regionIds.length,
    options: optionsOf(language, { noord: 'setup.noord', midden: 'setup.midden', zuid: 'setup.zuid' }),
    value: [values.regions ?? []].flat(),
  },
  {
    tag: 'short',
    id: 'zone',
    label: label(language, 'setup.zone'),
    optional: false,
    most: 60,
    ...text(values, 'zone'),
  },
  {
    tag: 'choice',
    id: 'minimum',
    label: label(language, 'setup.minimum'),
    hint: label(language, 'setup.minimum.hint'),
    optional: false,
    options: minimums.map((n) => ({ value: n, label: n })),
    ...text(values, 'minimum'),
  },
]

/** From the least to a class-sized group. */
export const minimums = Array.from({ length: 7 }, (_, index) => String(minimumGroup.least + index))

const days = ({ language }: Scene, values: Values): readonly Field[] => [
  {
    tag: 'long',
    id: 'free',
    label: label(language, 'setup.free'),
    hint: label(language, 'setup.free.hint'),
    optional: true,
    most: 2000,
    ...text(values, 'free'),
  },
]

const later = ({ language }: Scene): Block => ({ tag: 'paragraph', text: say(language, 'setup.later') })

/** Nothing here has to be known yet: all of it can be done later with a word. */
const beginning = ({ language, now, network }: Scene, values: Values): readonly Field[] => [
  {
    tag: 'choice',
    id: 'coach',
    label: label(language, 'setup.coach'),
    optional: false,
    options: optionsOf(language, coaches),
    value: text(values, 'coach').value ?? 'none',
  },
  {
    tag: 'choice',
    id: 'rhythm',
    label: label(language, 'plan.repeat'),
    optional: false,
    options: optionsOf(language, rhythms),
    value: text(values, 'rhythm').value ?? 'none',
  },
  {
    tag: 'date',
    id: 'date',
    label: label(language, 'setup.first'),
    optional: true,
    from: dateOf(now, network.zone),
    ...text(values, 'date'),
  },
  {
    tag: 'time',
    id: 'from',
    label: label(language, 'plan.from'),
    optional: true,
    value: text(values, 'from').value ?? '15:30',
  },
  {
    tag: 'time',
    id: 'until',
    label: label(language, 'plan.until'),
    optional: true,
    value: text(values, 'until').value ?? '17:00',
  },
]

export const coaches = {
  none: 'setup.coach.none',
  me: 'setup.coach.me',
  other: 'setup.coach.other',
} as const
export const rhythms = { none: 'setup.rhythm.none', ...repeatTexts } as const

/** As many as a Slack section has fields. */
const mostHolidays = 10

/** What is known of this school year for the chosen regions, to be confirmed by whoever knows. */
function holidaysOf({ language, holidays, now, network }: Scene, values: Values): readonly Block[] {
  const today = dateOf(now, network.zone)
  const chosen = regionIds.filter((region) => [values.regions ?? []].flat().includes(region))
  const ranges = holidays.holidays
    .filter(({ year }) => year === schoolYearOf(today))
    .flatMap((each) => chosen.map((region) => ({ name: each.name[language], region, ...each[region] })))
    .filter(({ until }) => until >= today)
  const together = Map.groupBy(ranges, ({ name, from, until }) => `${name} ${from} ${until}`)
  const facts = [...together.values()]
    .map(([first, ...others]) => ({ ...first, regions: [first, ...others].map((each) => each?.region) }))
    .map(({ name = '', from = '', until = '', regions }) => {
      // Where regions differ, each says which it is.
      const named = regions.flatMap((region) => (region ? [holidays.regions[region][language]] : []))
      const whose = named.length < chosen.length ? ` (${listName(language, named)})` : ''
      const dates = { from: dateName(language, from), until: dateName(language, until) }
      return { from, name: `${name}${whose}`, value: say(language, 'setup.holiday', dates) }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, mostHolidays)
    .map(({ name, value }) => ({ name, value }))
  if (facts.length === 0) return []
  return [
    { tag: 'paragraph', text: say(language, 'setup.holidays') },
    { tag: 'facts', facts },
  ]
}
