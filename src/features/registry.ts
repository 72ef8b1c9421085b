/** All features of the bot. A new one is a folder and a line here. */
import { agreement } from './agreement/index.ts'
import { archive } from './archive/index.ts'
import { delivery } from './delivery/index.ts'
import { dialogue } from './dialogue/index.ts'
import { evaluation } from './evaluation/index.ts'
import type { Feature } from './feature.ts'
import { harvest } from './harvest/index.ts'
import { holidays } from './holidays/index.ts'
import { meeting } from './meeting/index.ts'
import { membership } from './membership/index.ts'
import { monitoring } from './monitoring/index.ts'
import { pause } from './pause/index.ts'
import { privacy } from './privacy/index.ts'
import { retro } from './retro/index.ts'
import { setup } from './setup/index.ts'
import { summary } from './summary/index.ts'
import { transfer } from './transfer/index.ts'

export const features: readonly Feature[] = [
  agreement,
  transfer,
  evaluation,
  monitoring,
  meeting,
  retro,
  harvest,
  summary,
  dialogue,
  pause,
  privacy,
  membership,
  delivery,
  holidays,
  setup,
  archive,
]
