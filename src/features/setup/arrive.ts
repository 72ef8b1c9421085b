/** The bot comes into a channel, and the channel gets another name. */
import type { HappenedOf } from '../../contracts/incoming.ts'
import type { Message } from '../../contracts/message.ts'
import { livesAt, placeLookup } from '../../network/member.ts'
import { type Network, networks, theNetwork } from '../../network/network.ts'
import { parcels, posts } from '../../network/parcel.ts'
import { label, say } from '../../text/say.ts'
import type { Outcome, Outgoing, Post, Scene, World } from '../feature.ts'
import { button } from '../reply.ts'
import { mostName } from './form.ts'

const hiSlot = 'setup-hi'

export const beginButton = (network: Network, language: Network['language']) =>
  button(network, 'setup', 'start', [], {
    label: label(language, 'arrive.begin'),
    opens: 'form',
    primary: true,
  })

/** Who it is, and the way to begin; once there is a network, only who it is. */
function greeting({ network, state }: World): Message {
  const { language } = network
  const begun = theNetwork(state) !== undefined
  const text = say(language, begun ? 'arrive.begun' : 'arrive.hi')
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      ...(begun ? [] : [{ tag: 'buttons' as const, buttons: [beginButton(network, language)] }]),
    ],
  }
}

const hi = (world: World): Post => ({ to: 'network', slot: hiSlot, message: greeting(world) })

const greeted = ({ state }: World): boolean => posts.all(state).some(({ id }) => id.startsWith(`${hiSlot} `))

/** Once, in the channel that it was brought into; nobody is written to privately. */
export function arrived(scene: Scene, { where }: HappenedOf<'bot-added'>): Outcome {
  const { state, network, now } = scene
  if (where.kind === 'private' || theNetwork(state) || !livesAt(network, where)) return {}
  if (!greeted(scene)) return { messages: [hi(scene)] }
  const after = now.toISOString()
  const refused = parcels.all(state).filter((each) => each.state === 'gone')
  return { changes: refused.map((each) => parcels.put({ ...each, state: 'waiting', after })) }
}

export const greetingPosts = (world: World): readonly Post[] => (theNetwork(world.state) ? [hi(world)] : [])

/** After undoing, the way to begin is back where it stood. */
export const greetAgain = (world: World): readonly Outgoing[] => (greeted(world) ? [hi(world)] : [])

/** The name follows, and the network's own too when it was the same. */
export function renamed({ state, network }: Scene, { where, ...told }: HappenedOf<'place-renamed'>): Outcome {
  const name = [...told.name.trim().toWellFormed()].slice(0, mostName).join('')
  const old = network.places.find((place) => placeLookup(place) === placeLookup(where))
  if (!theNetwork(state) || !old || old.name === name || name === '') return {}
  const places = network.places.map((place) => (place === old ? { ...place, name } : place))
  const own = network.name === old.name ? name : network.name
  return { changes: [networks.put({ ...network, name: own, places })] }
}
