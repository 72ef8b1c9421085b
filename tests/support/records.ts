/** Records for the matrix of rights: a summary, its version to share, a note, and harvests. */
import { openRound } from '../../src/round/engine.ts'
import { rounds } from '../../src/round/round.ts'
import { shareVersions, summaries } from '../../src/summary/summary.ts'
import { notes } from '../../src/transfer/transfer.ts'
import type { Kit } from './kit.ts'

const lineOf = (id: string) => ({ id, section: 'did', quote: false, text: { nl: 'thee', en: 'tea' } })
const covers = { until: '2026-11-30T14:30:00.000Z', previewed: '2026-11-30', left: [] }

/** Last month's summary, the next one as a preview, a version of the former to object to, and a note. */
export const summaryRecords = [
  summaries.put({
    ...covers,
    id: '2026-11',
    state: 'posted',
    from: '2026-10-01T13:30:00.000Z',
    day: '2026-11-02',
    lines: [lineOf('old')],
  }),
  summaries.put({
    ...covers,
    id: '2026-12',
    state: 'preview',
    from: '2026-11-02T14:30:00.000Z',
    day: '2026-12-07',
    lines: [lineOf('met-meeting-1')],
  }),
  shareVersions.put({
    id: 'version',
    summary: '2026-11',
    by: 'chris',
    lines: [lineOf('old')],
    proposed: '2026-12-01',
    state: 'open',
  }),
  notes.put({ id: 'wish', member: 'bram', words: 'meer doorvragen', date: '2026-12-01', asked: false }),
]

/** A harvest that is open, and one that came back. */
export async function harvestRecords(bot: Kit) {
  const instrument = bot.road.worldOf(await bot.state())?.library.instruments.get('harvest')
  if (!instrument) throw new Error('there is no harvest')
  const about = { feature: 'harvest', about: 'example.2026-2027', aloud: false }
  const times = { opened: '2026-12-02T14:35:00.000Z', closes: '2026-12-16T14:30:00.000Z' }
  const before = {
    ...{ id: 'harvested', ...about, instrument: 'harvest@1', state: 'closed' as const },
    ...{ opened: '2026-06-03T14:35:00.000Z', closes: '2026-06-15T14:30:00.000Z' },
    ...{ unreachedTold: false, revision: 0 },
  }
  return [
    ...openRound({ id: 'harvest', ...about, ...times }, instrument).changes,
    rounds.put({ ...before, result: [{ item: 'proud', quotes: ['thee'], chosen: [] }] }),
  ]
}
