/** The bot is shut out of a network's channel, or of somebody's private chat, and let in again. */
import type { Happened } from '../../contracts/incoming.ts'
import { livesAt, type Member, members, teamleiders } from '../../network/member.ts'
import { networks, theNetwork } from '../../network/network.ts'
import { parcels } from '../../network/parcel.ts'
import { type PlainTextId, say } from '../../text/say.ts'
import type { Occurrence, Outcome, Outgoing, Scene, World } from '../feature.ts'

/** The network rests and loses nothing; somebody whose private chat is gone is not written to there. */
export function shutOut(scene: Scene, { where }: Happened): Outcome {
  const { state, network, member } = scene
  if (where.kind === 'private') return reach(member, 'no')
  if (!theNetwork(state) || !livesAt(network, where) || network.gone) return {}
  return { changes: [networks.put({ ...network, gone: 'untold' })] }
}

const reach = (person: Member | undefined, to: Member['reach']): Outcome =>
  person && person.reach !== to ? { changes: [members.put({ ...person, reach: to })] } : {}

/** Each time that it is shut out is one occurrence. */
export const planGone = ({ network, now }: World): readonly Occurrence[] =>
  network.gone === 'untold'
    ? [{ kind: 'gone', about: `${network.id}.${network.returned ?? 0}`, at: now }]
    : []

/** The teamleider hears privately that the channel is closed to the bot. */
export function tellGone({ state, network }: World): Outcome {
  return {
    changes: [networks.put({ ...network, gone: 'told' })],
    messages: teamleiders(state).map((person) => tell(person, 'err.gone')),
  }
}

function tell({ id, language }: Member, text: PlainTextId): Outgoing {
  const words = say(language, text)
  return {
    to: { member: id },
    message: { language, summary: words, blocks: [{ tag: 'paragraph', text: words }] },
  }
}

/** Let in again: what was waiting for the channel goes out, and the plan goes on. */
export function letIn(scene: Scene, { where }: Happened): Outcome {
  const { state, network, now, member } = scene
  if (where.kind === 'private') return member?.reach === 'no' ? reach(member, 'unknown') : {}
  const { gone, ...back } = network
  if (!gone || !livesAt(network, where)) return {}
  const waiting = parcels.all(state).filter((each) => each.state === 'gone')
  const after = now.toISOString()
  // Where the bot as a whole was away nobody could be reached; from now on that is to be seen again.
  const unreached = members.all(state).filter((person) => person.reach === 'no')
  const leads = teamleiders(state).filter((person) => person.reach === 'no')
  return {
    changes: [
      networks.put({ ...back, returned: (network.returned ?? 0) + 1 }),
      ...waiting.map((each) => parcels.put({ ...each, state: 'waiting', after })),
      ...unreached.map((person) => members.put({ ...person, reach: 'unknown' })),
    ],
    // Who could not be told then hears it now.
    messages: gone === 'told' ? leads.map((person) => tell(person, 'gone.back')) : [],
  }
}
