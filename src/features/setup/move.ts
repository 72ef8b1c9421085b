/** A network whose channel is gone goes on in another one, with all that there was. */
import type { Place } from '../../contracts/incoming.ts'
import type { Message } from '../../contracts/message.ts'
import type { Change, State } from '../../contracts/store.ts'
import { placeLookup } from '../../network/member.ts'
import { type Network, networks } from '../../network/network.ts'
import { parcels, posts } from '../../network/parcel.ts'
import { label, say } from '../../text/say.ts'
import type { Action } from '../feature.ts'
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
    const after = now.toISOString()
    return {
      changes: [
        networks.put({ ...back, places: [where], returned: returned + 1 }),
        ...brought(state, where, after),
      ],
      messages: [{ to: 'network', message: hereNow(network) }],
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
    const digest = posts.get(state, post ?? '')?.digest ?? ''
    const free = each.state === 'gone' ? ({ state: 'waiting', after } as const) : {}
    return [
      parcels.put({ ...parcel, ...free, to: { place: where }, ...(slot && { post: slot }) }),
      ...(slot ? [posts.put({ id: slot, digest })] : []),
    ]
  })
  return [...there.map(({ id }) => posts.remove(id)), ...waiting]
}

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
