/** A simulated school year, as `npm run simulate` lives it. */
import { liveYear, wholeYear } from '../simulate/year.ts'
import type { Figure } from './figure.ts'

/** Seconds for a hundred networks. */
const most = { without: 60, with: 300 } as const

export const schoolYear: Figure = {
  name: 'year',
  async measure({ year: networks, synced }, tell) {
    for (const syncing of synced ? (['without', 'with'] as const) : (['without'] as const)) {
      const began = performance.now()
      const { broken } = await liveYear({
        ...{ networks, days: wholeYear, seed: '1', sync: syncing === 'with' },
      })
      const seconds = (performance.now() - began) / 1000
      const hundred = (seconds * 100) / networks
      tell({
        name: `a school year of 100 networks, ${syncing} syncing`,
        measured: `${hundred.toFixed(0)} s`,
        target: `under ${most[syncing]} s`,
        met: hundred < most[syncing] && broken.length === 0,
        note: [
          `${networks} networks in ${seconds.toFixed(1)} s`,
          ...(broken.length > 0 ? [`${broken.length} broken rules`] : []),
        ].join(', '),
      })
    }
  },
}
