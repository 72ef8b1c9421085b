import { livesAYearOn } from './platform.ts'

livesAYearOn('slack')
