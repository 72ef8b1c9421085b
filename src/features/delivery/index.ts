/** **Delivery**: the teamleider sees in words what may not have arrived, and can have it sent again. */
import { participants, teamleiders } from '../../network/member.ts'
import { networks } from '../../network/network.ts'
import { parcels } from '../../network/parcel.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, Occurrence, Outcome, Scene, Waiting, World } from '../feature.ts'
import { button, word } from '../reply.ts'

const unsure = ({ state }: Scene) => parcels.all(state).filter((each) => each.state === 'unknown')
const refused = ({ state }: Scene) => parcels.all(state).filter((each) => each.state === 'failed')

/** What the bot never does by itself, because it could say the same thing twice. */
const again: Action = {
  for: 'teamleider',
  press(scene) {
    const all = [...unsure(scene), ...refused(scene)]
    const after = scene.now.toISOString()
    return {
      changes: all.map((each) => parcels.put({ ...each, state: 'waiting', after, tries: 0 })),
      reply: word(scene.language, say(scene.language, all.length > 0 ? 'ledger.sent' : 'open.none')),
    }
  },
}

function waiting(scene: Scene): readonly Waiting[] {
  const { language, member, network, state } = scene
  if (!member?.roles.includes('teamleider')) return []
  const [maybe, failed] = [unsure(scene), refused(scene)]
  const missed = participants(state).filter(({ reach }) => reach === 'no').length
  // A later repeat is another time, so the button knows what it was about.
  const send = button(network, 'delivery', 'again', [[...maybe, ...failed][0]?.id ?? 'none'], {
    label: label(language, 'ledger.again'),
    opens: 'nothing',
  })
  const line = (
    n: number,
    one: 'ledger.unknown.one' | 'ledger.failed.one',
    more: 'ledger.unknown' | 'ledger.failed',
  ) => (n === 0 ? [] : [{ text: say(language, n === 1 ? one : more, { n }), button: send }])
  return [
    ...line(maybe.length, 'ledger.unknown.one', 'ledger.unknown'),
    ...line(failed.length, 'ledger.failed.one', 'ledger.failed'),
    ...(missed > 0
      ? [{ text: say(language, missed === 1 ? 'err.reach.one' : 'err.reach', { n: missed }) }]
      : []),
  ]
}

const planGone = ({ network, now }: World): readonly Occurrence[] =>
  network.gone === 'untold' ? [{ kind: 'gone', about: network.id, at: now }] : []

/** The teamleider hears privately that the channel is closed to the bot. */
function tellGone({ state, network }: World): Outcome {
  return {
    changes: [networks.put({ ...network, gone: 'told' })],
    messages: teamleiders(state).map(({ id, language }) => {
      const text = say(language, 'err.gone')
      return {
        to: { member: id },
        message: { language, summary: text, blocks: [{ tag: 'paragraph', text }] },
      }
    }),
  }
}

/** Let in again: what was waiting for the channel goes out, and the plan goes on. */
function letIn({ state, network, now }: Scene): Outcome {
  const { gone, ...back } = network
  if (!gone) return {}
  const waiting = parcels.all(state).filter((each) => each.state === 'gone')
  const after = now.toISOString()
  return {
    changes: [
      networks.put(back),
      ...waiting.map((each) => parcels.put({ ...each, state: 'waiting', after })),
    ],
  }
}

export const delivery: Feature = {
  name: 'delivery',
  actions: { again },
  happened: { 'bot-added': letIn },
  plan: planGone,
  occurrences: { gone: tellGone },
  waiting,
}
