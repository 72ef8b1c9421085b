/** **Setting up**: how a network comes to be in a channel, and how its teamleider changes its settings later. */
import { dateOf, schoolYearOf } from '../../calendar/calendar.ts'
import type { Values } from '../../contracts/form.ts'
import type { Submit } from '../../contracts/incoming.ts'
import type { Message } from '../../contracts/message.ts'
import { type Change, withChanges } from '../../contracts/store.ts'
import { type Language, said } from '../../contracts/text.ts'
import { meetings } from '../../meeting/meeting.ts'
import { type Draft, draftId, drafts } from '../../network/draft.ts'
import { type Member, members, newMember, participants } from '../../network/member.ts'
import { networks, theNetwork } from '../../network/network.ts'
import { may } from '../../network/rights.ts'
import { label, say } from '../../text/say.ts'
import type { Action, CommandSpec, Feature, Outcome, Scene, World } from '../feature.ts'
import { button, notSaved, word } from '../reply.ts'
import { arrived, beginButton, greetAgain, greetingPosts, renamed } from './arrive.ts'
import { type Beginning, checkBeginning, plannedPosts, unplannedPosts } from './beginning.ts'
import { checkSetup, type Settings } from './check.ts'
import { setupForm, setupSteps } from './form.ts'
import { move } from './move.ts'

type Kind = 'start' | 'change'

const draftOf = (scene: Scene, kind: Kind): Draft => {
  const id = draftId(`setup/${kind}`, scene.account)
  // After undoing, the same answers are another time: revisions start at the second of the first look.
  const revision = Math.floor(scene.now.getTime() / 1000)
  return drafts.get(scene.state, id) ?? { id, values: {}, revision }
}

/** The network is there already: somebody else was quicker, or it is settings that are wanted. */
const taken = (scene: Scene): boolean => theNetwork(scene.state) !== undefined

const leads = ({ member }: Scene): boolean => may(member, 'teamleider')

const steps = (kind: Kind): Action => ({
  for: kind === 'start' ? 'anyone' : 'teamleider',
  press(scene) {
    if (kind === 'start' && taken(scene))
      return { reply: word(scene.language, say(scene.language, 'setup.taken')) }
    return { reply: { kind: 'form', form: setupForm(scene, kind, draftOf(scene, kind), 1) } }
  },
  submit(scene, _about, submit) {
    if (kind === 'start' && taken(scene) && !(scene.again && leads(scene)))
      return { reply: notSaved(say(scene.language, 'setup.taken')) }
    return sendStep(scene, kind, submit)
  },
})

function sendStep(scene: Scene, kind: Kind, { button: pressed, values, revision, ...sent }: Submit): Outcome {
  const step = Math.min(Math.max(sent.step, 1), setupSteps[kind])
  const draft = draftOf(scene, kind)
  const last = step >= setupSteps[kind]
  if (scene.again && last) return { reply: done(scene, kind, values) }
  // A field that was emptied is absent from what came back, so the whole step is replaced.
  const fresh = setupForm(scene, kind, draft, step).fields.map(({ id }) => [id, values[id] ?? ''] as const)
  const next: Draft = {
    ...draft,
    values: { ...draft.values, ...Object.fromEntries(fresh) },
    revision: revision + 1,
  }
  if (pressed === 'back')
    return {
      changes: [drafts.put(next)],
      reply: { kind: 'form', form: setupForm(scene, kind, next, Math.max(step - 1, 1)) },
    }
  const { settings, errors } = checkSetup(scene, next.values, step)
  if (Object.keys(errors).length > 0) return { reply: { kind: 'errors', errors } }
  if (!settings || !last)
    return {
      changes: [drafts.put(next)],
      reply: { kind: 'form', form: setupForm(scene, kind, next, step + 1) },
    }
  const cleared = drafts.put({ ...next, values: {} })
  if (kind === 'change') return change(scene, settings, cleared)
  const final = checkBeginning(scene, settings, next.values)
  if (!final.beginning) return { reply: { kind: 'errors', errors: final.errors } }
  return begin(scene, settings, final.beginning, cleared)
}

function done(scene: Scene, kind: Kind, { coach }: Values = {}) {
  const { language, network } = scene
  if (kind === 'change') return word(language, say(language, 'setup.saved'))
  const text = say(language, coach === 'other' ? 'setup.started.coach' : 'setup.started')
  const undo = button(network, 'setup', 'undo', [], {
    label: label(language, 'setup.undo'),
    opens: 'nothing',
  })
  return word(language, text, [undo])
}

function change(scene: Scene, settings: Settings, cleared: Change): Outcome {
  return { changes: [networks.put({ ...scene.network, ...settings }), cleared], reply: done(scene, 'change') }
}

/** Whoever brings the bot in is teamleider until they hand it over; taking part is still their own choice. */
function begin(scene: Scene, settings: Settings, beginning: Beginning, cleared: Change): Outcome {
  const { member, account, name, reads, newId } = scene
  const today = dateOf(scene.now, settings.zone)
  const network = { ...scene.network, ...settings, started: today, confirmed: schoolYearOf(today) }
  const person =
    member ?? newMember({ id: newId(), name, language: reads ?? settings.language, accounts: [account] })
  const { coach, meetings: planned } = beginning
  const roles: Member['roles'] = coach === 'me' ? ['teamleider', 'coach'] : ['teamleider']
  const intro = { to: 'network', slot: introSlot, message: introduction({ ...scene, network }) } as const
  return {
    changes: [
      networks.put(network),
      members.put({ ...person, roles }),
      ...planned.map(meetings.put),
      cleared,
    ],
    messages: [intro, ...plannedPosts(settings, beginning)],
    reply: done(scene, 'start', { coach }),
  }
}

const introSlot = 'setup-intro'

/** One invitation in the channel; nobody is written to because they are on a list. */
function introduction({ network }: World): Message {
  const { language, task } = network
  const what = say(language, 'intro.what')
  const join = { label: label(language, 'consent.join'), opens: 'form', primary: true } as const
  return {
    language,
    summary: what,
    blocks: [
      { tag: 'paragraph', text: what },
      { tag: 'paragraph', text: say(language, 'intro.not') },
      ...(task
        ? [{ tag: 'paragraph' as const, text: say(language, 'intro.task', { task: said(task) }) }]
        : []),
      { tag: 'buttons', buttons: [button(network, 'membership', 'consent', [], join)] },
      { tag: 'context', text: say(language, 'be.who', { n: network.minimum }) },
    ],
  }
}

const undo: Action = {
  for: 'teamleider',
  press(scene) {
    const { language, state } = scene
    if (participants(state).length > 0) return { reply: word(language, say(language, 'setup.undo.late')) }
    const kinds = state.kinds().filter((kind) => !roadKinds.includes(kind))
    const all = kinds.flatMap((kind) => [...state.all(kind).keys()].map((id): Change => ({ kind, id })))
    const text = say(scene.network.language, 'setup.undone')
    const message: Message = {
      language: scene.network.language,
      summary: text,
      blocks: [{ tag: 'context', text }],
    }
    return {
      changes: all,
      messages: [
        { to: 'network', slot: introSlot, message },
        ...unplannedPosts(scene),
        ...greetAgain({ ...scene, state: withChanges(state, all) }),
      ],
      reply: word(language, say(language, 'setup.undone')),
    }
  },
}

/** What the road itself still needs to take back what stands in the channel. */
const roadKinds: readonly string[] = ['outbox', 'post', 'handled']

function chooseLanguage(scene: Scene, chosen: Language): Outcome {
  const reply = word(scene.language, say(scene.language, `settings.language.${chosen}`))
  if (scene.network.language === chosen) return { reply }
  return { changes: [networks.put({ ...scene.network, language: chosen })], reply }
}

const commands: readonly CommandSpec[] = [
  {
    words: { nl: 'start', en: 'setup' },
    for: 'anyone',
    help: 'setup.help',
    // Once there is a network, `instellingen` is the word.
    helpFor: (scene) => (taken(scene) ? undefined : 'setup.help'),
    run(scene) {
      if (taken(scene))
        return leads(scene)
          ? openSettings(scene)
          : { reply: word(scene.language, say(scene.language, 'setup.taken')) }
      const { language } = scene
      const hi = word(language, say(language, 'arrive.hi'), [beginButton(scene.network, language)])
      return { reply: { ...hi, begins: true } }
    },
  },
  {
    words: { nl: 'instellingen', en: 'settings' },
    for: 'teamleider',
    help: 'settings.help',
    run(scene, rest) {
      const chosen = /^(?:taal|language)\s+(nl|en)$/i.exec(rest)?.[1]?.toLowerCase()
      return chosen === 'nl' || chosen === 'en' ? chooseLanguage(scene, chosen) : openSettings(scene)
    },
  },
]

function openSettings(scene: Scene): Outcome {
  const { network, language } = scene
  const open = button(network, 'setup', 'change', [], {
    label: label(language, 'agree.change'),
    opens: 'form',
    primary: true,
  })
  return { reply: word(language, say(language, 'settings.open'), [open]) }
}

export const setup: Feature = {
  name: 'setup',
  commands,
  actions: { start: steps('start'), change: steps('change'), undo, move },
  happened: { 'bot-added': arrived, 'place-renamed': renamed },
  posts: (world) => [
    ...(theNetwork(world.state)
      ? [{ to: 'network' as const, slot: introSlot, message: introduction(world) }]
      : []),
    ...greetingPosts(world),
  ],
}
