/** Checks what came back from the set-up, step by step; it may have been forged. */
import { z } from 'zod'
import type { FreeDays } from '../../calendar/calendar.ts'
import { plusMonths } from '../../calendar/day.ts'
import { type Region, regionIds } from '../../calendar/holidays.ts'
import type { Values } from '../../contracts/form.ts'
import { said, type Text } from '../../contracts/text.ts'
import type { Network } from '../../network/network.ts'
import { say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'
import { minimums, mostName, mostTask } from './form.ts'

export type Errors = Readonly<Record<string, Text>>

/** What a network says of itself in the set-up. */
export type Settings = Pick<Network, 'name' | 'task' | 'language' | 'regions' | 'zone' | 'minimum' | 'free'>

/** A year of single days fits; more is a mistake. */
const mostFree = 100

const words = (value: Values[string] | undefined): string =>
  typeof value === 'string' ? value.trim().toWellFormed() : ''
const many = (value: Values[string] | undefined): readonly string[] =>
  [value ?? []].flat().filter((each) => each !== '')

/** All steps up to and including this one; the last one leaves complete settings. */
export function checkSetup(
  scene: Scene,
  values: Values,
  step: number,
): { settings?: Settings; errors: Errors } {
  const { language } = scene
  const errors: Record<string, Text> = {}
  const [name, task, zone] = [words(values.name), words(values.task), words(values.zone)]
  if (name === '') errors.name = say(language, 'err.name')
  if ([...name].length > mostName) errors.name = say(language, 'err.long', { n: mostName })
  if ([...task].length > mostTask) errors.task = say(language, 'err.long', { n: mostTask })
  const chosen = values.language === 'nl' || values.language === 'en' ? values.language : undefined
  if (!chosen) errors.language = say(language, 'err.choice')
  if (step < 2) return { errors }
  const regions = many(values.regions).filter(isRegion)
  if (regions.length !== many(values.regions).length) errors.regions = say(language, 'err.choice')
  if (!isZone(zone)) errors.zone = say(language, 'err.zone')
  const minimum = Number(values.minimum)
  if (!minimums.includes(String(minimum))) errors.minimum = say(language, 'err.choice')
  if (step < 3) return { errors }
  const free = readFree(scene, words(values.free))
  if ('error' in free) errors.free = free.error
  if (!chosen || 'error' in free || Object.keys(errors).length > 0) return { errors }
  return { settings: { name, task, language: chosen, regions, zone, minimum, free: free.days }, errors }
}

const isRegion = (value: string): value is Region => (regionIds as readonly string[]).includes(value)

function isZone(name: string): boolean {
  try {
    return (
      name.includes('/') &&
      new Intl.DateTimeFormat('nl', { timeZone: name }).resolvedOptions().timeZone !== ''
    )
  } catch {
    return false
  }
}

/** A day or a range a line; the first line that is neither is named. */
function readFree({ language }: Scene, written: string): { days: readonly FreeDays[] } | { error: Text } {
  const days: FreeDays[] = []
  for (const line of written
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [from = '', until = from] = line.match(/\d{4}-\d{2}-\d{2}/g) ?? []
    const rest = line
      .replace(from, '')
      .replace(until, '')
      .replace(/tot en met|t\/m|tot|to|until|[-–—\s]/g, '')
    const good = z.iso.date().safeParse(from).success && z.iso.date().safeParse(until).success && rest === ''
    if (!good || until < from || days.length >= mostFree)
      return { error: say(language, 'err.free', { line: said(line.slice(0, 60)) }) }
    if (until > plusMonths(from, 12))
      return { error: say(language, 'err.free.long', { line: said(line.slice(0, 60)) }) }
    days.push({ from, until })
  }
  return { days }
}
