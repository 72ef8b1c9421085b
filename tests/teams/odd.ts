/** Bodies that look a little like those of Teams, or not at all. */
import fc from 'fast-check'
import { account, channel } from './client.ts'
import { appId } from './service.ts'

const json = fc.jsonValue({ maxDepth: 3 })
const noor = account('noor', 'Noor Voorbeeld')
const form = { ref: 'n1/a/b', step: 1, revision: 0, button: 'next', kept: '' }

const data = fc.oneof(
  json,
  fc.record({ dubbelloop: fc.oneof(json, fc.constant({ form }), fc.record({ press: json, form: json })) }),
  fc.record({ dubbelloop: fc.constant({ form }), 'field.a': json, 'several.b': json }),
)

const kinds = ['message', 'invoke', 'event', 'installationUpdate', 'conversationUpdate', 'messageReaction']
const names = ['task/fetch', 'task/submit', 'adaptiveCard/action', 'application/vnd.microsoft.meetingEnd']

/** As the service would send it, with anything where it may say anything. */
const fitting = (base: string) =>
  fc.record({
    type: fc.constantFrom(...kinds),
    id: fc.constant('in-1'),
    name: fc.constantFrom(...names),
    action: fc.constantFrom('add', 'remove', 'add-upgrade', 'x'),
    text: fc.oneof(fc.string(), fc.constant('<at>Dubbelloop</at> help')),
    locale: fc.constantFrom('nl-NL', 'en-GB', '', 'x'),
    channelId: fc.constant('msteams'),
    // With another one the token would not fit.
    serviceUrl: fc.constant(base),
    from: fc.constant({ id: `29:${noor.user}`, name: noor.name, aadObjectId: noor.user }),
    recipient: fc.constant({ id: `28:${appId}`, name: 'Dubbelloop' }),
    conversation: fc.record({
      id: fc.constantFrom(`${channel.id};messageid=1`, channel.id, 'a:1', ';', 'x'),
      conversationType: fc.constantFrom('channel', 'personal', 'groupChat', 'x'),
      tenantId: fc.constant(channel.tenant),
    }),
    entities: fc.array(json, { maxLength: 3 }),
    value: fc.oneof(json, fc.record({ data, action: fc.record({ type: json, verb: json, data }) })),
    channelData: fc.record({
      tenant: fc.constant({ id: channel.tenant }),
      channel: fc.constant({ id: channel.id }),
      eventType: fc.oneof(fc.string(), fc.constantFrom('channelRenamed', 'channelDeleted', 'teamArchived')),
    }),
  })

const fields = ['type', 'name', 'text', 'from', 'conversation', 'membersAdded', 'entities', 'channelData']

/** The same, at times with something odd in one of its fields. */
const shaped = (base: string) =>
  fc
    .tuple(fitting(base), fc.option(fc.tuple(fc.constantFrom(...fields), json), { freq: 3 }))
    .map(([right, spoilt]) => (spoilt ? { ...right, [spoilt[0]]: spoilt[1] } : right))

/** As JSON, or a piece of it. */
export const oddActivity = (base: string) =>
  fc
    .tuple(fc.oneof({ weight: 9, arbitrary: shaped(base) }, json), fc.nat({ max: 20 }))
    .map(([value, cut]) => {
      const whole = JSON.stringify(value)
      return { body: cut === 0 ? whole.slice(0, whole.length / 2) : whole, type: 'application/json' }
    })
