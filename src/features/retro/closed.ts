/** How a retro reads when it is over, or went on elsewhere. */
import type { Block, Message } from '../../contracts/message.ts'
import { said, type Text } from '../../contracts/text.ts'
import { worded } from '../../instrument/retro.ts'
import { formOfRetro, type Retro } from '../../retro/retro.ts'
import { say } from '../../text/say.ts'
import { agreed } from '../agreed.ts'
import type { World } from '../feature.ts'
import { readAll } from './board.ts'
import { cardFacts } from './cards.ts'
import type { Running } from './running.ts'

const context = (text: Text): Block => ({ tag: 'context', text })
const paragraph = (text: Text): Block => ({ tag: 'paragraph', text })

/** The last word: what they take with them, what they agreed, and what they saw. */
export function closedBlocks(world: World, running: Running): readonly Block[] {
  const { language } = world.network
  const { retro, form } = running
  // Some agreements only come up once they have slept on it: as after a meeting, anybody notes or changes them.
  const { lines, buttons } = agreed(world, retro.id, language)
  const taken = retro.points.length > 0
  const thanks = say(language, taken ? 'retro.thanks' : retro.asleep ? 'retro.closed' : 'retro.thanks.none')
  const seen = retro.board.length > 0 || retro.tallies.length > 0
  return [
    paragraph(thanks),
    ...(taken ? [{ tag: 'quotes' as const, quotes: retro.points.map(said) }] : []),
    ...lines,
    ...cardFacts(world, { form, retro }, language),
    ...(taken ? [paragraph(say(language, 'retro.thanks.who'))] : []),
    ...(retro.asleep && taken ? [context(say(language, 'retro.closed'))] : []),
    ...(seen ? [] : [context(say(language, 'retro.erased'))]),
    {
      tag: 'buttons',
      buttons: [...buttons, ...(seen ? [readAll(world, retro, language)] : [])],
    },
  ]
}

/** A message that was left behind when the reveal came as a new one. */
export function goneOn({ state, network }: World, retro: Retro): Message {
  const { language } = network
  const title = worded(formOfRetro(state, retro).title, language)
  return {
    language,
    summary: title,
    blocks: [{ tag: 'heading', text: title }, context(say(language, 'retro.below'))],
  }
}
