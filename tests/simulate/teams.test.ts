import { livesAYearOn } from './platform.ts'

livesAYearOn('teams')
