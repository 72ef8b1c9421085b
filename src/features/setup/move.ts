/** A network whose channel is gone goes on in another one, with all that there was. */
import type { Place } from '../../contracts/incoming.ts'
import type { Message } from '../../contracts/message.ts'
import { type Change, type State, withChanges } from '../../contracts/store.ts'
import { placeLookup } from '../../network/member.ts'
import { type Network, networks } from '../../network/network.ts'
import { parcels, posts } from '../../network/parcel.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outgoing, World } from '../feature.ts'
import { button, word } from '../reply.ts'

export const move: Action = {
  for: 'teamleider',
  press(scene, [times = '']) {
    const { language, network, now, state, where } = scene
    const reply = word(language, say(language, 'setup.moved'))
    if (scene.again) return { reply }
    const { gone, returned = 0, ...back } = network
    if (!gone || where.kind !== 'channel' || times !== String(returned))
      return { reply: word(language, say(language, 'err.old')) }
    const moved: Network = { ...back, places: [where], returned: returned + 1 }
    const changes = [networks.put(moved), ...brought(state, where, now.toISOString())]
    const there = { ...scene, network: moved, state: withChanges(state, changes) }
    return {
      changes,
      messages: [{ to: 'network', message: hereNow(network) }, ...goingOn(there, stoodIn(state))],
      reply,
    }
  },
}

/** What waited for the old channel goes to the new one; where messages stood there no longer matters. */
function brought(state: State, where: Place, after: string): readonly Change[] {
  const there = posts.all(state).filter(({ id }) => id.includes(' place:'))
  const waiting = parcels.all(state).flatMap((each): Change[] => {
    if (!('place' in each.to)) return []
    const { post, ...parcel } = each
    const slot = post && `${post.split(' ')[0]} ${placeLookup(where)}`
    const { digest = '', address } = posts.get(state, post ?? '') ?? {}
    // It would only have changed what stood there.
    if (address !== undefined) return [parcels.remove(each.id)]
    const free = each.state === 'gone' ? ({ state: 'waiting', after } as const) : {}
    return [
      parcels.put({ ...parcel, ...free, to: { place: where }, ...(slot && { post: slot }) }),
      ...(slot ? [posts.put({ id: slot, digest })] : []),
    ]
  })
  return [...there.map(({ id }) => posts.remove(id)), ...waiting]
}

/** Slots of which a message stood in the old channel; what never arrived there comes along by itself. */
const stoodIn = (state: State): ReadonlySet<string> =>
  new Set(
    posts
      .all(state)
      .filter(({ id, address }) => address !== undefined && id.includes(' place:'))
      .map(({ id }) => id.split(' ')[0] ?? ''),
  )

/** What is open or going on at this moment, as a new message; what was over stays behind. */
const goingOn = (world: World, stood: ReadonlySet<string>): readonly Outgoing[] =>
  world.gather
    .posts(world)
    .filter(({ to, slot, over }) => to === 'network' && over === false && stood.has(slot))

function hereNow(network: Network): Message {
  const { language } = network
  const text = say(language, 'setup.here')
  const join = { label: label(language, 'consent.join'), opens: 'form' } as const
  return {
    language,
    summary: text,
    blocks: [
      { tag: 'paragraph', text },
      { tag: 'buttons', buttons: [button(network, 'membership', 'consent', [], join)] },
    ],
  }
}
