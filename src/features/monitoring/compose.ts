/**
 * The questions of one round: the instrument with the network's own lines, then wishes for all of them, what the
 * network brings where that is asked, and the name.
 */
import type { Instrument, LineItem, Step } from '../../instrument/instrument.ts'
import { linesIn } from '../../instrument/instrument.ts'
import { wishId } from '../../round/lines.ts'
import { label, type PlainTextId } from '../../text/say.ts'

export const instrumentId = 'dimensieraamwerk'

const both = (id: PlainTextId) => ({ nl: label('nl', id), en: label('en', id) })

export function compose(instrument: Instrument, own: readonly LineItem[], values?: Instrument): Instrument {
  const dimensions = instrument.steps.filter(({ items }) => linesIn(items).length > 0)
  const others = instrument.steps.filter((step) => !dimensions.includes(step))
  const ownStep: Step[] = own.length > 0 ? [{ title: both('own.title'), items: [...own] }] : []
  const asked = [...dimensions, ...ownStep]
  const wishes: Step = {
    title: both('dsl.wishes'),
    ask: both('dsl.wish'),
    items: asked.flatMap(({ items }) => linesIn(items)).map(wishFor),
  }
  return { ...instrument, steps: [...asked, wishes, ...(values?.steps ?? []), ...others] }
}

const wishFor = ({ id, text, left, right, source, own }: LineItem): LineItem => ({
  id: wishId(id),
  type: 'line',
  text,
  left,
  right,
  source,
  of: id,
  ...(own && { own }),
})
