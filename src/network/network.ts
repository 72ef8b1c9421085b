/**
 * A **network** of people who learn together (netwerk, PLG, leerteam): its place to talk, its language and
 * zone, and how many people must have said something before it is shown to all.
 */
import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { calendarFor, type Holidays, regionIds } from '../calendar/holidays.ts'
import type { State } from '../contracts/store.ts'
import { table } from '../contracts/table.ts'

const place = z.object({
  platform: z.string(),
  tenant: z.string(),
  id: z.string(),
  kind: z.enum(['channel', 'private']),
  name: z.string().exactOptional(),
})

/** The minimum group: five by default, never under four (domain.md §5.3; reliability.md 11). */
export const minimumGroup = { default: 5, least: 4 } as const

/** Where nearly all Dutch schools are; a network can choose another. */
export const usualZone = 'Europe/Amsterdam'

const network = z.object({
  id: z.string(),
  name: z.string(),
  language: z.enum(['nl', 'en']),
  /** IANA name, for example Europe/Amsterdam. */
  zone: z.string(),
  minimum: z.int().min(minimumGroup.least),
  /** Whose school holidays it keeps: all of them together. */
  regions: z.array(z.enum(regionIds)).readonly(),
  /** Days off of its own, first and last inclusive. */
  free: z.array(z.object({ from: z.iso.date(), until: z.iso.date() })).readonly(),
  /** The network rests on these days, like on days off, and is back by itself. */
  pause: z.object({ from: z.iso.date(), until: z.iso.date() }).exactOptional(),
  /** The school year for which its teamleider saw the holidays. */
  confirmed: z.string().regex(/^\d{4}-\d{4}$/),
  /** The end of the holiday data that its teamleider was warned of. */
  warned: z.iso.date().exactOptional(),
  /** Who may begin a retro; absent: teamleider and coach. */
  retros: z.enum(['lead', 'all']).exactOptional(),
  /** The bot can no longer get into its channel, and whether its teamleider knows. */
  gone: z.enum(['untold', 'told']).exactOptional(),
  /** How often it was let in again: being shut out after that is another time. */
  returned: z.int().exactOptional(),
  /** Since when nobody leads it, until its channel was asked who takes over. */
  vacant: z.iso.datetime().exactOptional(),
  /** The day it began, until its teamleider was told that all is ready, or that they are few. */
  started: z.iso.date().exactOptional(),
  /** In one sentence, in their own words. */
  task: z.string(),
  /** Where the network talks; one today, a list because a network may live on two platforms. */
  places: z.array(place).readonly(),
})

export type Network = Readonly<z.infer<typeof network>>

export const networks = table<Network>('network', network)

/** The network that a state is about; `undefined` while it has not been set up. */
export const theNetwork = (state: State): Network | undefined => networks.all(state)[0]

export type Days = Pick<Network, 'regions' | 'free' | 'pause'>

/** The days on which the bot may start something: a pause of the network counts as days off. */
export const networkCalendar = (holidays: Holidays, { regions, free, pause }: Days): Calendar =>
  calendarFor(holidays, regions, pause ? [...free, pause] : free)
