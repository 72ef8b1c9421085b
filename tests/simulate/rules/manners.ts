/** Rules about whom, in which language, and what may stand in the log. */
import type { Block, Message } from '../../../src/contracts/message.ts'
import { type Language, pieces, type Text } from '../../../src/contracts/text.ts'
import { marksIn } from '../words.ts'
import { type Broken, isRoleWord, nameOf, type Sent } from './seen.ts'

/** Private words by itself only to who takes part and is there; role words to who has the role. */
export function silence(sent: Sent): Broken {
  const { person, cause, date } = sent
  if (!person || !cause) return []
  const what = `silence: ${nameOf(cause)} to ${person.name}`
  if (person.left) return [`${what}, who left`]
  if (person.paused !== undefined && date < person.paused) return [`${what}, quiet until ${person.paused}`]
  // Whoever leads a retro hears of it, with a role or without.
  const leads = nameOf(cause) === 'retro/sleep' && (person.leads || person.coaches)
  if (leads) return []
  if (isRoleWord(sent)) return person.leads || person.coaches ? [] : [`${what}, who has no role (any more)`]
  const asked = nameOf(cause) === 'membership/ask-again' && person.consent === 'later'
  return person.consent === 'yes' || asked ? [] : [`${what}, whose choice is ${person.consent}`]
}

const common: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een jullie je ik niet van op met voor kan wat hier nog deze dit en of uur maandag dinsdag woensdag donderdag vrijdag dank geen zonder antwoorden bijeenkomst terugkijken gepland wordt goed afgesproken'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the a your you i not of on with for can what here this and until monday tuesday wednesday thursday friday thank no without answers meeting looking planned becomes fine agreed back'.split(
      ' ',
    ),
  ),
}

/** Words that both languages have. */
const both = new Set(['of', 'op', 'want', 'week', 'was', 'is', 'in', 'die', 'had'])

const own = (text: Text): string =>
  pieces(text)
    .filter((piece) => typeof piece === 'string')
    .join(' ')

function ownWords(block: Block): readonly string[] {
  switch (block.tag) {
    case 'heading':
    case 'paragraph':
    case 'context':
      return [own(block.text)]
    case 'buttons':
      return block.buttons.filter(({ ref }) => !ref.includes('/command/')).map(({ label }) => label)
    case 'facts':
      return block.facts.map(({ value }) => own(value))
    default:
      return []
  }
}

/** How many common words of each language stand in what the bot says itself. */
function countWords(texts: readonly string[]): Readonly<Record<Language, number>> {
  const words = texts
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}’']+/u)
    .filter((word) => !both.has(word))
  const count = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length
  return { nl: count(common.nl), en: count(common.en) }
}

/** The language that it says it is in, and the words themselves, are the reader's. */
export function language(message: Message, reads: Language, what: string): Broken {
  if (message.language !== reads)
    return [`language: ${what} in ${message.language} for who reads ${reads}: ${own(message.summary)}`]
  const counts = countWords([own(message.summary), ...message.blocks.flatMap(ownWords)])
  const other = reads === 'nl' ? 'en' : 'nl'
  return counts[other] > counts[reads]
    ? [`language: ${what} has words in ${other} for who reads ${reads}: ${own(message.summary)}`]
    : []
}

/** What a mirror never says: marks, percentages, means, rankings, who is better. */
const verdicts =
  /\d\s*%|procent|percent|gemiddeld|\baverage|\bmean score|\bscores?\b|\bgrades?\b|(?<!geen )\bcijfers?\b|rapport|rangl|\brank|hoogste|laagste|\bhighest|\blowest|onvoldoende|\bwinnaar|\bwinner|\bbeste? (netwerk|team|van)|\bbest (network|team|of)|\d\s*(\/|van de|out of)\s*\d/i

/** The bot's own words never judge; what members wrote is theirs. */
export function judging({ summary, blocks }: Message, what: string): Broken {
  const texts = [own(summary), ...blocks.flatMap(ownWords), ...blocks.flatMap(pictured)]
  const found = texts.find((text) => verdicts.test(text))
  return found === undefined ? [] : [`judging: ${what} says “${found}”`]
}

/** What a picture or a line says in words. */
const pictured = (block: Block): readonly string[] =>
  block.tag === 'picture' || block.tag === 'line' ? [own(block.words)] : []

/** The log holds no answer and no name. */
export function logged(line: string, names: readonly string[]): Broken {
  const name = names.find((each) => line.includes(each))
  return [
    ...(marksIn(line).length > 0 ? ['log: it holds an answer'] : []),
    ...(name === undefined ? [] : [`log: it holds the name ${name}`]),
  ]
}
