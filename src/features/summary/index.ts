/**
 * The **summary** of the month: what the network did, is happy with, agreed and talks about, in one message on
 * the first school day. The teamleider can leave lines out beforehand; any member can propose what the school
 * may see of it.
 */
import type { Block, Button } from '../../contracts/message.ts'
import type { State } from '../../contracts/store.ts'
import { posted, type Summary, summaries } from '../../summary/summary.ts'
import { label, say } from '../../text/say.ts'
import type { Action, CommandSpec, Feature, Outcome, Scene } from '../feature.ts'
import { button, word } from '../reply.ts'
import { isQuiet } from './lines.ts'
import { change, fine, makePreview, offeredNow, postNow, postPreview, previewPosts } from './preview.ts'
import { comingSummary, planSummary } from './rhythm.ts'
import { decide, giveText, object, planShare, propose, readVersion, sharePosts } from './share.ts'
import { sections, summaryMessage, titleOf, wholeSummary } from './views.ts'

const command: CommandSpec = {
  words: { nl: 'maandbericht', en: 'summary' },
  for: 'network',
  help: 'ms.help',
  run: (scene) => (scene.member?.roles.includes('teamleider') ? comingOne(scene) : latest(scene)),
}

/** The last one that the channel heard: a network that never had anything to tell heard none. */
function lastTold(state: State): Summary | undefined {
  const all = posted(state)
  return all.some(({ lines }) => lines.length > 0) ? all.at(-1) : undefined
}

function latest(scene: Scene): Outcome {
  const { language, state } = scene
  const last = lastTold(state)
  if (!last) return { reply: word(language, say(language, 'ms.none')) }
  return { reply: { kind: 'word', message: summaryMessage(scene, last, language) } }
}

/** For a teamleider: what the next one will be, and the way to the last. */
function comingOne(scene: Scene): Outcome {
  const { language, network, state } = scene
  const does = (action: string, about: string, id: 'agree.change' | 'ms.now' | 'ms.latest'): Button =>
    button(network, 'summary', action, [about], {
      label: label(language, id),
      opens: action === 'latest' ? 'nothing' : 'form',
    })
  const last = lastTold(state)
  const before = last ? [does('latest', last.id, 'ms.latest')] : []
  const coming = comingSummary(scene)
  const offered = coming && offeredNow(scene, coming)
  if (!coming || !offered || isQuiet(scene, offered.lines))
    return { reply: word(language, say(language, 'ms.coming.none'), before) }
  const changes = coming.preview && coming.preview.chosen !== 'changed'
  const text = say(language, 'ms.coming')
  const blocks: Block[] = [
    { tag: 'paragraph', text },
    { tag: 'heading', text: titleOf(scene, offered.draft, language) },
    ...sections(offered.lines, language),
    {
      tag: 'buttons',
      buttons: [
        does('now', coming.id, 'ms.now'),
        ...(changes ? [does('change', coming.id, 'agree.change')] : []),
        ...before,
      ],
    },
  ]
  return { reply: { kind: 'word', message: { language, summary: text, blocks } } }
}

const readAll: Action = {
  for: 'network',
  press(scene, [id = '']) {
    const { language } = scene
    const summary = summaries.get(scene.state, id)
    if (summary?.state !== 'posted') return { reply: word(language, say(language, 'err.old')) }
    return { reply: { kind: 'word', message: wholeSummary(scene, summary, language) } }
  },
}

export const summary: Feature = {
  name: 'summary',
  commands: [command],
  actions: {
    fine,
    change,
    now: postNow,
    latest: { for: 'network', press: latest },
    read: readAll,
    share: propose,
    text: readVersion,
    object,
  },
  plan: (world) => [...planSummary(world), ...planShare(world)],
  occurrences: { preview: makePreview, post: postPreview, decide, ready: giveText },
  posts: (world) => [...previewPosts(world), ...sharePosts(world)],
}
