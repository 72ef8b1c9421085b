/** Every kind of weather there is, in the order of the table. */
import { attacks } from './attack.ts'
import { clockJumps } from './clock.ts'
import { crashes } from './crash.ts'
import { fullDisks } from './disk.ts'
import { duplicates } from './duplicates.ts'
import { forgeries, manyTenants } from './forged.ts'
import { fuzz } from './fuzz.ts'
import { killing } from './kill.ts'
import { load } from './load.ts'
import { powerCuts } from './powercut.ts'
import { cuts, restarts } from './server.ts'
import type { Weather } from './weather.ts'
import { year } from './year.ts'

export const weathers: readonly Weather[] = [
  killing('lowdb'),
  killing('postgres'),
  powerCuts(),
  fullDisks,
  duplicates('lowdb'),
  duplicates('postgres'),
  crashes('web'),
  crashes('slack'),
  crashes('teams'),
  restarts,
  cuts,
  year(2),
  year(4),
  clockJumps,
  load('lowdb'),
  load('postgres'),
  attacks(),
  forgeries('slack'),
  forgeries('teams'),
  manyTenants,
  fuzz('slack'),
  fuzz('teams'),
]
