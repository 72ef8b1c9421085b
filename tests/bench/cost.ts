/** What one answer costs when a site has grown: with many networks, and after ten years. Without a platform around it. */
import { onGround, type StoreName } from '../torture/ground.ts'
import { type Figure, median, type Size, twoDigits } from './figure.ts'
import { type Lived, withYearsBefore } from './life.ts'
import { groundServer } from './server.ts'
import { liveTwoYears, settleOn } from './settled.ts'

/** Whose people answer, however many networks there are. */
const few = 10
const most = 1.3
/** Answers in one go, and how often before it counts. */
const [block, warming] = [60, 3]

interface Compared {
  readonly name: string
  readonly small: Lived
  readonly large: Lived
  readonly networks: number
}

/** How many times as much the larger one costs, each round next to each other in time. */
async function compare(store: StoreName, { small, large, networks }: Compared, { rounds }: Size) {
  const server = await groundServer()
  return onGround(
    store,
    (one) =>
      onGround(
        store,
        async (other) => {
          const here = await settleOn(one, small, few, few)
          const there = await settleOn(other, large, networks, few)
          for (let n = 0; n < warming; n += 1) for (const each of [here, there]) await each.answer(block)
          const pairs = []
          for (let n = 0; n < rounds * 2; n += 1) {
            const before = (await here.answer(block)).took
            const grown = (await there.answer(block)).took
            pairs.push({ grown, usual: (before + (await here.answer(block)).took) / 2 })
          }
          await here.stop()
          await there.stop()
          return pairs
        },
        server,
      ),
    server,
  )
}

export const cost: Figure = {
  name: 'cost',
  async measure(size, tell) {
    const { first, second } = await liveTwoYears()
    const tenth = { ...second, records: withYearsBefore(first.records, second.records, 8) }
    const all: readonly Compared[] = [
      { name: `${size.many} networks against ${few}`, small: first, large: first, networks: size.many },
      { name: 'tenth year against the first', small: first, large: tenth, networks: few },
    ]
    for (const compared of all) {
      for (const store of ['lowdb', 'postgres'] as const) {
        const pairs = await compare(store, compared, size)
        const ratio = median(pairs.map(({ grown, usual }) => grown / usual))
        const [grown, usual] = [
          median(pairs.map((each) => each.grown)),
          median(pairs.map((each) => each.usual)),
        ]
        tell({
          name: `cost of an answer, ${store}: ${compared.name}`,
          measured: twoDigits(ratio),
          target: `at most ${twoDigits(most)}`,
          met: ratio <= most,
          note: `${grown.toFixed(2)} ms, usual ${usual.toFixed(2)} ms`,
        })
      }
    }
  },
}
