/** Teams, through the real CloudAdapter before the stand-in of Microsoft's issuer and service. */
import type { Account, Place } from '../../../src/contracts/incoming.ts'
import { brokenRules } from '../../teams/check.ts'
import { type Client, client } from '../../teams/client.ts'
import { nodes, textOf } from '../../teams/look.ts'
import { type Activity, appId, chatOf, standIn, tenant } from '../../teams/service.ts'
import type { Naming, Person } from '../cast.ts'
import { ear, type Fail, realPictures, strict, watched } from './adapter.ts'
import type { Behind, Done, Door, DoorParts, Opened } from './door.ts'
import { unseen } from './sight.ts'
import { deedIn, filledIn, holdsForm, pressIn, sightOf } from './teams-sight.ts'

export const teamsNaming: Naming = {
  ...{ platform: 'teams', tenant, tellsOfCalls: true },
  user: (group, person) => `aad-year${group}-${person}`,
  chat: chatOf,
  channel: (group) => `19:year${group}@thread.tacv2`,
}

const accountOf = ({ user, name, language, chat }: Person): Account => ({
  ...{ platform: chat.platform, tenant: chat.tenant, user, name },
  ...(language && { language }),
})

const teamOf = ({ id }: Pick<Place, 'id'>): string => `19:team-of-${id.slice(3)}`

const cardsOf = ({ attachments = [] }: Activity) => attachments.map(({ content }) => content)

export async function teamsDoor(parts: DoorParts): Promise<Door> {
  const { groups, report, visible } = parts
  const service = await standIn()
  for (const { user, unreachable } of groups.flatMap(({ people }) => people))
    if (unreachable) service.closed.add(user)
  const checked = new WeakSet<object>()
  const pictures = new Set<string>()
  /** Channels that were deleted: such a one is restored, and the bot is not brought in anew. */
  const deleted = new Set<string>()

  const fail: Fail = (storm) => {
    if (!storm) return service.fail()
    const seconds = storm.how === 'later' ? Math.ceil(storm.wait / 1000) : 0
    const hows = {
      ...({ gone: { status: 403 }, arrived: 'cut', lost: { status: 502 } } as const),
      later: { status: 429, after: String(seconds) },
    }
    service.fail(hows[storm.how])
  }

  /** Looks once at each card, and at each picture in it. */
  async function inspect(teams: Client, cards: readonly object[]): Promise<void> {
    for (const card of cards.filter((each) => !checked.has(each))) {
      checked.add(card)
      report(
        undefined,
        brokenRules(card).map((rule) => `platform: ${rule}`),
      )
      for (const { url } of nodes(card)) {
        if (typeof url !== 'string' || pictures.has(url)) continue
        pictures.add(url)
        const { pathname } = new URL(url)
        const answer = await fetch(new URL(pathname, teams.address))
        const isPng = (await answer.bytes())[0] === 137
        if (!answer.ok || !isPng) report(undefined, [`platform: no picture at ${pathname}`])
      }
    }
  }

  async function open({ receive, store, clock, log }: Behind): Promise<Opened> {
    const heard = ear(receive)
    const bad = { weather: () => false }
    const teams = await client(heard.receive, {
      ...{ service, store, clock, teamOf, pictures: realPictures(store) },
      log: strict(log, () => bad.weather(), report),
      // A busy machine is no reason to answer that it takes a while.
      ...{ patience: 60_000, callWithin: 60_000 },
    })
    const { adapter } = teams
    const latest = () =>
      inspect(
        teams,
        service.posted.slice(-3).flatMap(({ activity }) => cardsOf(activity)),
      )
    const around = watched(
      {
        ...adapter,
        send: async (parcel) => {
          const address = await adapter.send(parcel)
          await latest()
          return address
        },
        update: async (address, parcel) => {
          await adapter.update(address, parcel)
          const id = address.split('\n').at(-1)
          const changed = service.posted.filter((each) => each.id === id)
          await inspect(
            teams,
            changed.flatMap(({ activity }) => cardsOf(activity)),
          )
        },
      },
      parts,
      fail,
    )
    bad.weather = around.storming
    /** When they did something last, and from where their dialog was opened. */
    const busy = new Map<string, { readonly at: number; readonly where: Place }>()

    /** All cards in the channel and their own chat, as a person reads: newest first, then how they were before. */
    function spots({ group, person }: Done) {
      const mine = service.posted.toReversed().flatMap(({ conversation, activity, before }) => {
        const [id] = conversation.split(';')
        const where = [group.channel, person.chat].find((each) => each.id === id)
        return where ? [{ where, activity, before }] : []
      })
      return [
        ...mine.map(({ where, activity }) => ({ where, cards: cardsOf(activity) })),
        ...mine.map(({ where, before }) => ({ where, cards: before.toReversed().flatMap(cardsOf) })),
      ]
    }

    async function press(done: Done, ref: string): Promise<boolean> {
      const by = accountOf(done.person)
      const open = pressIn(teams.windows.get(by.user)?.card, ref)
      const found = open
        ? { where: busy.get(by.user)?.where ?? done.group.channel, action: open }
        : spots(done)
            .map(({ where, cards }) => ({ where, action: pressIn(cards, ref) }))
            .find(({ action }) => action)
      if (!found?.action) return false
      if (!open) teams.windows.delete(by.user)
      busy.set(by.user, { at: clock.now().getTime(), where: found.where })
      await teams.pressAction(by, found.where, found.action)
      // A press that changes a card in its place opens no dialog: the card that came has a button that does.
      const opener = pressIn(teams.windows.get(by.user)?.card, ref)
      if (opener && 'msteams' in (opener.data as object)) await teams.pressAction(by, found.where, opener)
      return true
    }

    async function say({ group, person, where }: Done, words: string): Promise<void> {
      const by = accountOf(person)
      const place = person.unreachable ? group.channel : where
      busy.set(by.user, { at: clock.now().getTime(), where: place })
      const before = service.posted.length
      await teams.say(by, place, words)
      // What opens only for them they open at once.
      const said = service.posted.slice(before).flatMap(({ activity }) => cardsOf(activity))
      const opener = nodes(said).find((each) => deedIn(each)?.again)
      if (opener) await teams.pressAction(by, place, opener)
    }

    async function act(done: Done): Promise<boolean> {
      const { group, person, deed } = done
      const by = accountOf(person)
      switch (deed.kind) {
        case 'command':
          await say(done, deed.words)
          return true
        case 'press':
          return press(done, deed.ref)
        case 'submit':
          if (!holdsForm(teams.windows.get(by.user)?.card, deed)) return false
          await teams.submit(by, deed.button, deed.values, busy.get(by.user)?.where ?? group.channel)
          return true
        default:
          await teams.tell(by, group.channel, eventFor(done, deleted.has(group.channel.id)))
          if (deed.kind === 'place-gone') deleted.add(group.channel.id)
          if (deed.kind === 'bot-added') deleted.delete(group.channel.id)
          return true
      }
    }

    return {
      adapter: around.adapter,
      stop: teams.close,
      async hear(done) {
        const { group, person, deed } = done
        const { user } = person
        if (deed.kind === 'command' || busy.get(user)?.at !== clock.now().getTime())
          teams.windows.delete(user)
        teams.toasts.delete(user)
        heard.forget()
        const before = service.posted.length
        const { deed: really, broken } = filledIn(teams.windows.get(user)?.card, deed)
        const there = await act({ ...done, deed: really }).catch((error: unknown) => {
          report(group, [`platform: ${error}`])
          return true
        })
        const { reply, broken: misheard } = heard.of({ ...done, deed: really })
        const window = teams.windows.get(user)?.card
        const posted = service.posted.slice(before)
        const fresh = posted.flatMap(({ activity }) => cardsOf(activity))
        const others = posted.filter(({ conversation }) => conversation !== person.chat.id)
        const said = others.flatMap(({ activity }) => cardsOf(activity))
        await inspect(teams, [...fresh, ...(window ? [window] : [])])
        report(group, [
          ...broken,
          ...(there ? misheard : [`platform: not there for ${person.name}: ${JSON.stringify(deed)}`]),
          ...unseen(reply, sightOf({ window, toast: teams.toasts.get(user) ?? '', fresh })),
          // In a channel it only says that there is something to open.
          ...said
            .filter((card) => !nodes(card).some((each) => deedIn(each)?.again))
            .map(() => `platform: a word to ${person.name} came before others`),
          ...visible([window, fresh], user),
        ])
        return { reply, again: () => teams.again(accountOf(person)) }
      },
    }
  }

  return {
    open,
    reads: ({ channel }) =>
      service.posted
        .filter(({ conversation }) => conversation.split(';')[0] === channel.id)
        .map(({ activity }) => textOf(cardsOf(activity))),
    close: service.close,
  }
}

/** How Teams tells of what happened. */
function eventFor({ group, person, deed }: Done, deleted: boolean): Readonly<Record<string, unknown>> {
  const { id, tenant, name } = group.channel
  const team = { id: teamOf({ id }), name: 'Team' }
  const ofTeam = (eventType?: string) => ({
    conversation: { id: team.id, conversationType: 'channel', isGroup: true, tenantId: tenant },
    channelData: { tenant: { id: tenant }, team, ...(eventType && { eventType }) },
  })
  const ofChannel = (eventType: string, called = name) => ({
    type: 'conversationUpdate',
    channelData: { tenant: { id: tenant }, team, channel: { id, name: called }, eventType },
  })
  const people = [{ id: `29:${person.user}`, aadObjectId: person.user, name: person.name }]
  const meeting = (which: string, value: object) => ({
    ...{ type: 'event', name: `application/vnd.microsoft.${which}` },
    value: { MeetingType: 'Scheduled', Title: 'Overleg', JoinUrl: 'https://teams.example.org/x', ...value },
  })
  switch (deed.kind) {
    case 'person-joined':
      return { type: 'conversationUpdate', ...ofTeam('teamMemberAdded'), membersAdded: people }
    case 'person-left':
      return { type: 'conversationUpdate', ...ofTeam('teamMemberRemoved'), membersRemoved: people }
    case 'bot-added':
      return deleted
        ? ofChannel('channelRestored')
        : { type: 'installationUpdate', action: 'add', ...ofTeam() }
    case 'bot-removed':
      return { type: 'installationUpdate', action: 'remove', ...ofTeam() }
    case 'place-renamed':
      return ofChannel('channelRenamed', deed.name)
    case 'place-gone':
      return ofChannel('channelDeleted')
    case 'meeting-started':
      return meeting('meetingStart', { Id: deed.call.id, StartTime: deed.call.at })
    case 'meeting-ended':
      return meeting('meetingEnd', { Id: deed.call.id, EndTime: deed.call.at })
    default:
      throw new Error(`${appId} is not told of ${deed.kind}`)
  }
}
