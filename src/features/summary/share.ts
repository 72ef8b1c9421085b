/**
 * The version to share: any member proposes lines of a summary, the network can object for three school days,
 * and then whoever proposed it gets the text. The bot sends it nowhere.
 */
import { dateOf, momentOf, schoolDayAfter, schoolHours } from '../../calendar/calendar.ts'
import type { Block, Message } from '../../contracts/message.ts'
import { type Language, pieces, type Text } from '../../contracts/text.ts'
import { firstRoom } from '../../network/attention.ts'
import { type Member, mayStart, members, takesPart, teamleiders } from '../../network/member.ts'
import { type ShareVersion, type SummaryLine, shareVersions, summaries } from '../../summary/summary.ts'
import { dayName, timeName } from '../../text/dates.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Occurrence, Outcome, Post, Scene, World } from '../feature.ts'
import { formOf } from '../form.ts'
import { button, notSaved, oneLine, word } from '../reply.ts'
import { sections, tickedLines, tickFields, titleOf } from './views.ts'

/** School days in which anybody can say no; a holiday or a pause makes it longer. */
const objectDays = 3

const closesOn = ({ calendar, network }: World, { proposed }: ShareVersion): Date =>
  momentOf(schoolDayAfter(calendar, proposed, objectDays), schoolHours.usual, network.zone)

function closing(world: World, version: ShareVersion, language: Language) {
  const closes = closesOn(world, version)
  const { zone } = world.network
  return { day: dayName(language, closes, zone), time: timeName(language, closes, zone) }
}

const openVersion = (world: World): ShareVersion | undefined =>
  shareVersions.all(world.state).find((each) => each.state === 'open')

/** Outside the network only the words themselves go, not whose they are. */
function nameless(line: SummaryLine): SummaryLine {
  const words = (text: Text): Text => {
    const [first] = pieces(text).filter((piece) => typeof piece !== 'string')
    return line.quote && first ? [first] : text
  }
  return { ...line, text: { nl: words(line.text.nl), en: words(line.text.en) } }
}

export const propose: Action = {
  for: 'network',
  press(scene, [id = '']) {
    const { language, state } = scene
    const summary = summaries.get(state, id)
    if (summary?.state !== 'posted' || summary.lines.length === 0)
      return { reply: word(language, say(language, 'err.old')) }
    const busy = openVersion(scene)
    if (busy) return { reply: word(language, busyText(scene, busy)) }
    return {
      reply: {
        kind: 'form',
        form: formOf(scene, {
          feature: 'summary',
          action: 'share',
          about: [id],
          title: label(language, 'share.form'),
          // A second proposal of the same lines, after an objection, is another one.
          revision: shareVersions.all(state).length,
          intro: [{ tag: 'paragraph', text: say(language, 'share.form.how') }],
          fields: tickFields(summary.lines.map(nameless), language, () => false),
        }),
      },
    }
  },
  submit(scene, [id = ''], { values }) {
    const { language, member, network, now, state } = scene
    const summary = summaries.get(state, id)
    if (summary?.state !== 'posted' || !member) return { reply: notSaved(say(language, 'err.old')) }
    const reply = word(language, say(language, 'share.proposed'))
    if (scene.again) return { reply }
    const busy = openVersion(scene)
    if (busy) return { reply: notSaved(busyText(scene, busy)) }
    const lines = tickedLines(summary.lines, values)
    if (!lines) return { reply: notSaved(say(language, 'err.choice')) }
    if (lines.length === 0) return { reply: notSaved(say(language, 'share.form.one')) }
    const version: ShareVersion = {
      id: scene.newId(),
      summary: id,
      by: member.id,
      lines: lines.map(nameless),
      proposed: dateOf(now, network.zone),
      state: 'open',
    }
    return {
      changes: [shareVersions.put(version)],
      messages: [{ to: 'network', slot: slotOf(version), message: proposal(scene, version) }],
      reply,
    }
  },
}

const busyText = (scene: Scene, version: ShareVersion): Text =>
  say(scene.language, 'share.busy', closing(scene, version, scene.language))

const slotOf = ({ id }: ShareVersion): string => `summary-share-${id}`

/** In the channel, without whose idea it was; once it is decided without its buttons. */
function proposal(world: World, version: ShareVersion): Message {
  const { network } = world
  const { language } = network
  const open = version.state === 'open'
  const text = open
    ? say(language, 'share.prop', closing(world, version, language))
    : say(language, version.state === 'stopped' ? 'share.stop' : 'share.over')
  const read = { label: label(language, 'be.share.all'), opens: 'nothing' } as const
  const object = { label: label(language, 'intro.no'), opens: 'nothing' } as const
  const buttons = [
    button(network, 'summary', 'text', [version.id], read),
    ...(open ? [button(network, 'summary', 'object', [version.id], object)] : []),
  ]
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'heading', text: label(language, 'share.title') },
      { tag: 'paragraph', text },
      ...(version.state === 'stopped' ? [] : [{ tag: 'buttons' as const, buttons }]),
    ],
  }
}

export const sharePosts = (world: World): readonly Post[] =>
  shareVersions
    .all(world.state)
    .slice(-1)
    .map((version) => ({
      ...{ to: 'network', slot: slotOf(version), message: proposal(world, version) },
      ...(version.state === 'open' && { over: false }),
    }))

/** The text as it would go, all of it. */
function textOf(world: World, { summary, lines }: ShareVersion, language: Language): readonly Block[] {
  const about = summaries.get(world.state, summary)
  return [
    ...(about ? [{ tag: 'heading' as const, text: titleOf(world, about, language) }] : []),
    ...sections(lines, language, Number.POSITIVE_INFINITY),
  ]
}

export const readVersion: Action = {
  for: 'network',
  press(scene, [id = '']) {
    const { language } = scene
    const version = shareVersions.get(scene.state, id)
    if (!version || version.state === 'stopped')
      return { reply: word(language, say(language, version ? 'share.stop' : 'err.old')) }
    const blocks = textOf(scene, version, language)
    return {
      reply: { kind: 'word', message: { language, summary: label(language, 'share.title'), blocks } },
    }
  },
}

/** One objection is enough. Everything that could tell whose it was is forgotten at once. */
export const object: Action = {
  for: 'network',
  press(scene, [id = '']) {
    const { language, network } = scene
    const version = shareVersions.get(scene.state, id)
    if (!version) return { reply: word(language, say(language, 'err.old')) }
    if (version.state === 'stopped') return { reply: word(language, say(language, 'share.stopped')) }
    if (version.state === 'ready' || scene.now >= closesOn(scene, version))
      return { reply: word(language, say(language, 'share.late')) }
    const { by: _by, ...stopped } = { ...version, state: 'stopped' as const }
    const text = say(network.language, 'share.stop')
    return {
      changes: [shareVersions.put(stopped)],
      messages: [{ to: 'network', message: oneLine(network.language, text) }],
      forget: id,
      reply: word(language, say(language, 'share.stopped')),
    }
  },
}

export function planShare(world: World): readonly Occurrence[] {
  return shareVersions.all(world.state).flatMap((version): Occurrence[] => {
    const at = closesOn(world, version)
    if (version.state === 'open') return [{ kind: 'decide', about: version.id, at }]
    if (version.state === 'stopped' || version.by === undefined) return []
    const person = receiver(world, version)
    const there = (date: string) => person === undefined || mayStart(person, date)
    return [{ kind: 'ready', about: version.id, at: firstRoom(world, at, there) }]
  })
}

/** Nobody objected. */
export function decide({ state }: World, about: string): Outcome {
  const version = shareVersions.get(state, about)
  return version?.state === 'open' ? { changes: [shareVersions.put({ ...version, state: 'ready' })] } : {}
}

const receiver = ({ state }: World, { by = '' }: ShareVersion): Member | undefined => {
  const person = members.get(state, by)
  const here = person && (takesPart(person) || person.roles.length > 0) && !person.left
  return here ? person : teamleiders(state)[0]
}

/** The text for whoever proposed it; when they are gone, for the teamleider. */
export function giveText(world: World, about: string): Outcome {
  const version = shareVersions.get(world.state, about)
  if (version?.state !== 'ready' || version.by === undefined) return {}
  const { by: _by, ...told } = version
  const person = receiver(world, version)
  if (!person) return { changes: [shareVersions.put(told)] }
  const { language } = person
  const text = say(language, 'share.ready')
  const blocks: Block[] = [{ tag: 'paragraph', text }, ...textOf(world, version, world.network.language)]
  return {
    changes: [shareVersions.put(told)],
    messages: [{ to: { member: person.id }, message: { language, summary: text, blocks } }],
  }
}
