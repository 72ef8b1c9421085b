/** The three steps in which a network is set up, and later changed: who you are, when, which days. */
import { dateOf, schoolYearOf } from '../../calendar/calendar.ts'
import { regionIds } from '../../calendar/holidays.ts'
import type { Field, Form, Values } from '../../contracts/form.ts'
import type { Block } from '../../contracts/message.ts'
import type { Draft } from '../../network/draft.ts'
import { minimumGroup, type Network } from '../../network/network.ts'
import { dateName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'

export const setupSteps = 3
export const mostName = 80
export const mostTask = 300

/** What the network is now, as values of the form. */
export function valuesOf({ name, task, language, regions, zone, minimum, free }: Network): Values {
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
    steps: setupSteps,
    fields: [who, when, days][step - 1]?.(scene, values) ?? [],
    intro: step === setupSteps ? holidaysOf(scene, values) : [],
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

/** What is known of this school year for the chosen regions, to be confirmed by whoever knows. */
function holidaysOf({ language, holidays, now, network }: Scene, values: Values): readonly Block[] {
  const today = dateOf(now, network.zone)
  const chosen = regionIds.filter((region) => [values.regions ?? []].flat().includes(region))
  const lines = holidays.holidays
    .flatMap((each) =>
      chosen.map((region) => ({ name: each.name[language], year: each.year, ...each[region] })),
    )
    .filter(({ until, year }) => until >= today && year === schoolYearOf(today))
  const unique = [...new Map(lines.map((each) => [`${each.name}${each.from}${each.until}`, each])).values()]
  if (unique.length === 0) return []
  const facts = unique
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, 8)
    .map(({ name, from, until }) => ({
      name,
      value: say(language, 'setup.holiday', {
        from: dateName(language, from),
        until: dateName(language, until),
      }),
    }))
  return [
    { tag: 'paragraph', text: say(language, 'setup.holidays') },
    { tag: 'facts', facts },
  ]
}
