/** Typed words: which command somebody means, the nearest one when it is unknown, and the help. */
import leven from 'leven'
import type { Block } from './contracts/message.ts'
import type { Reply } from './contracts/reply.ts'
import type { CommandSpec, Feature, Outcome, Scene } from './features/feature.ts'
import { word } from './features/reply.ts'
import { may } from './network/rights.ts'
import { label, type PlainTextId, say } from './text/say.ts'

const help: CommandSpec = {
  words: { nl: 'help', en: 'help' },
  for: 'anyone',
  help: 'help.help',
  run: () => ({}),
}

const open: CommandSpec = {
  words: { nl: 'open', en: 'open' },
  for: 'anyone',
  help: 'open.help',
  run: () => ({}),
}

/** The two words that are about all features together, and so belong to none. */
const shared: readonly CommandSpec[] = [help, open]

export const allCommands = (features: readonly Feature[]): readonly CommandSpec[] => [
  ...shared,
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

/** What a typed word does: `help` and `open` look at every feature, the others are a feature's own. */
export function runCommand(features: readonly Feature[], scene: Scene, { command, rest }: Typed): Outcome {
  if (command === help) return { reply: helpFor(features, scene) }
  return command === open ? { reply: openFor(features, scene) } : command.run(scene, rest)
}

/** As many lines as read well at once (storyboard §8). */
const mostOpen = 8

/** What is open for this person, each with the way to it. */
function openFor(features: readonly Feature[], scene: Scene): Reply {
  const { language } = scene
  const waiting = features.flatMap((feature) => feature.waiting?.(scene) ?? []).slice(0, mostOpen)
  if (waiting.length === 0) return word(language, say(language, 'open.none'))
  const title = label(language, 'open.title')
  const blocks = waiting.flatMap(({ text, button }): Block[] => [
    { tag: 'paragraph', text },
    ...(button ? [{ tag: 'buttons' as const, buttons: [button] }] : []),
  ])
  return {
    kind: 'word',
    message: { language, summary: title, blocks: [{ tag: 'heading', text: title }, ...blocks] },
  }
}

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

interface Known extends Pick<CommandSpec, 'words'> {
  readonly does: PlainTextId
}

/** The words that this person has a use for. */
function known(features: readonly Feature[], scene: Scene): readonly Known[] {
  const theirs = allCommands(features).filter((command) => may(scene.member, command.for))
  return theirs.flatMap(({ words, help, helpFor }): Known[] => {
    const does = helpFor ? helpFor(scene) : help
    return does ? [{ words, does }] : []
  })
}

/** A line for each of them. */
function helpFor(features: readonly Feature[], scene: Scene): Reply {
  const { language } = scene
  const facts = known(features, scene).map(({ words, does }) => ({
    name: words[language],
    value: label(language, does),
  }))
  const intro = say(language, 'help.intro')
  const blocks: Block[] = [
    { tag: 'paragraph', text: intro },
    { tag: 'facts', facts },
  ]
  return { kind: 'word', message: { language, summary: label(language, 'help.summary'), blocks } }
}
