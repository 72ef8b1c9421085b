/** Typed words: which command somebody means, the nearest one when it is unknown, and the help. */
import leven from 'leven'
import type { Block } from './contracts/message.ts'
import type { Reply } from './contracts/reply.ts'
import type { Language } from './contracts/text.ts'
import type { CommandSpec, Feature, Outcome, Scene } from './features/feature.ts'
import { word } from './features/reply.ts'
import { may } from './network/rights.ts'
import { label, say } from './text/say.ts'

const help: CommandSpec = {
  words: { nl: 'help', en: 'help' },
  for: 'anyone',
  help: 'help.help',
  run: () => ({}),
}

const allCommands = (features: readonly Feature[]): readonly CommandSpec[] => [
  help,
  ...features.flatMap(({ commands = [] }) => commands),
]

export interface Typed {
  readonly command: CommandSpec
  readonly rest: string
}

/** The command in both languages' words; `undefined` for a word that is none. */
export function findCommand(features: readonly Feature[], typed: string): Typed | undefined {
  const [first = '', ...rest] = typed.trim().split(/\s+/)
  const wanted = first.toLowerCase()
  const command = allCommands(features).find(({ words }) => words.nl === wanted || words.en === wanted)
  return command && { command, rest: rest.join(' ') }
}

export const isHelp = ({ command }: Typed): boolean => command === help

/** Never silence: the nearest word, and the help. */
export function unknownWord(features: readonly Feature[], scene: Scene, typed: string): Outcome {
  const wanted = (typed.trim().split(/\s+/)[0] ?? '').toLowerCase().slice(0, 40)
  if (wanted === '') return { reply: helpFor(features, scene) }
  const words = known(features, scene).map(({ words }) => words[scene.language])
  const [nearest = help.words[scene.language]] = words.sort((a, b) => leven(wanted, a) - leven(wanted, b))
  const asked = word(scene.language, say(scene.language, 'cmd.unknown', { word: `“${nearest}”` }))
  const shown = helpFor(features, scene)
  if (asked.kind !== 'word' || shown.kind !== 'word') return { reply: shown }
  const blocks = [...asked.message.blocks, ...shown.message.blocks]
  return { reply: { kind: 'word', message: { ...asked.message, blocks } } }
}

const known = (features: readonly Feature[], { member }: Scene): readonly CommandSpec[] =>
  allCommands(features).filter((command) => may(member, command.for))

/** A line for every word that this person may use. */
export function helpFor(features: readonly Feature[], scene: Scene): Reply {
  const { language } = scene
  const facts = known(features, scene).map(({ words, help: id }) => ({
    name: words[language],
    value: text(language, id),
  }))
  const intro = say(language, 'help.intro')
  const blocks: Block[] = [
    { tag: 'paragraph', text: intro },
    { tag: 'facts', facts },
  ]
  return { kind: 'word', message: { language, summary: label(language, 'help.summary'), blocks } }
}

const text = (language: Language, id: CommandSpec['help']) => label(language, id as 'help.help')
