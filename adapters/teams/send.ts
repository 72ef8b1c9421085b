/** Out: new messages, messages that change, and the chat with one person. */
import type { Address, ChatAdapter, Parcel } from '../../src/contracts/chat.ts'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Store } from '../../src/contracts/store.ts'
import { type Card, line } from './card.ts'
import type { TeamsConfig } from './config.ts'
import { addressIn, meet, personKey, personOf, type Spot, spotOf } from './conversations.ts'
import { asSendFailed, ServiceRefused } from './errors.ts'
import { limits } from './limits.ts'
import { platform } from './parse.ts'
import { attached, messageCard } from './render.ts'
import type { Posting, Service } from './service.ts'

export interface Sending {
  readonly service: Service
  readonly store: Store
  readonly config: TeamsConfig
}

export interface Sent extends Pick<ChatAdapter, 'send' | 'update' | 'privatePlace'> {
  /** Says something in the conversation in which somebody just spoke, thread included. */
  reply(serviceUrl: string, conversation: string, message: Message | Posting): Promise<void>
  /** The chat with somebody who has spoken to the bot there before. */
  knownChat(account: Account): Promise<Place | undefined>
}

export const posting = (card: Card, summary: string): Posting => ({
  type: 'message',
  summary,
  attachments: [attached(card)],
})

/** Where a message stands: the conversation and its own id there. Neither holds a line break. */
const addressOf = (conversation: string, id: string): Address => `${conversation}\n${id}`

export function sent({ service, store, config }: Sending): Sent {
  const render = (message: Message): Posting =>
    posting(
      messageCard(message, { publicUrl: config.publicUrl, dialog: false }),
      line(message.summary, limits.summary),
    )

  async function mustKnow(place: Place): Promise<Spot> {
    if (place.platform !== platform) throw new SendFailed('bug', 'This place is not in Teams.')
    mustBeAllowed(place.tenant)
    const spot = await spotOf(store, place)
    if (!spot) throw new SendFailed('gone', 'The bot was never in this place, or is no longer.')
    return spot
  }

  function mustBeAllowed(tenant: string): void {
    if (config.anonymous || config.tenants.includes(tenant)) return
    throw new SendFailed('gone', 'This organisation is not in TEAMS_TENANTS.')
  }

  async function post({ id, serviceUrl, kind, tenant }: Spot, activity: Posting): Promise<Address> {
    const answer = await service.call(serviceUrl, async (conversations) => {
      if (kind !== 'channel') return { ...(await conversations.sendToConversation(id, activity)), in: id }
      // A post of its own; sending to the channel's id would be a reply to whatever stood there last.
      const made = await conversations.createConversation({
        isGroup: true,
        tenantId: tenant,
        channelData: { channel: { id }, tenant: { id: tenant } },
        activity: activity as never,
      })
      return { id: made.activityId, in: made.id ?? id }
    })
    if (!answer.id) throw new SendFailed('ambiguous', 'Teams did not say where the message stands.')
    return addressOf(answer.in, answer.id)
  }

  async function open(account: Account): Promise<Place> {
    if (account.platform !== platform) throw new SendFailed('bug', 'This person is not in Teams.')
    mustBeAllowed(account.tenant)
    const known = await knownChat(account)
    if (known) return known
    const person = await personOf(store, account)
    const serviceUrl = await addressIn(store, account.tenant)
    if (serviceUrl === undefined) throw new SendFailed('gone', 'The bot knows no way into this organisation.')
    const user = person?.user ?? account.user
    const made = await service
      .call(serviceUrl, (conversations) =>
        conversations.createConversation({
          isGroup: false,
          tenantId: account.tenant,
          members: [{ id: user, name: '' }],
          bot: { id: `28:${config.appId}`, name: '' },
          channelData: { tenant: { id: account.tenant } },
        }),
      )
      .catch((error: unknown) => {
        // Guests, and people without the app: the service says no, and that is normal.
        const no = error instanceof ServiceRefused && [400, 403, 404].includes(error.status)
        throw no ? new SendFailed('gone', 'There can be no chat with this person.') : error
      })
    if (!made.id) throw new SendFailed('gone', 'There can be no chat with this person.')
    const spot: Spot = { id: made.id, tenant: account.tenant, serviceUrl, kind: 'personal' }
    await meet(store, { spot, person: { id: personKey(account), user, chat: made.id } })
    return chatPlace(account.tenant, made.id)
  }

  async function knownChat(account: Account): Promise<Place | undefined> {
    const person = await personOf(store, account)
    return person?.chat === undefined ? undefined : chatPlace(account.tenant, person.chat)
  }

  async function change(address: Address, { place, message }: Parcel): Promise<void> {
    const [conversation, id, ...more] = address.split('\n')
    if (!conversation || !id || more.length > 0)
      throw new SendFailed('bug', 'This message was never in Teams.')
    const { serviceUrl } = await mustKnow(place)
    await service
      .call(serviceUrl, (conversations) =>
        conversations.updateActivity(conversation, id, {
          ...render(message),
          ...{ id, conversation: { id: conversation } as never },
        }),
      )
      .catch((error: unknown) => {
        // Somebody removed this one message; the place is still there.
        const removed = error instanceof ServiceRefused && error.status === 404
        throw removed ? new SendFailed('bug', 'This message no longer stands in Teams.') : error
      })
  }

  const failing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw asSendFailed(error)
    })

  return {
    send: ({ place, message }) => failing(mustKnow(place).then((spot) => post(spot, render(message)))),
    update: (address, parcel) => failing(change(address, parcel)),
    privatePlace: (account) => failing(open(account)),
    knownChat,
    async reply(serviceUrl, conversation, message) {
      const activity = 'blocks' in message ? render(message) : message
      await failing(service.call(serviceUrl, (all) => all.sendToConversation(conversation, activity)))
    },
  }
}

const chatPlace = (tenant: string, id: string): Place => ({ platform, tenant, id, kind: 'private' })
