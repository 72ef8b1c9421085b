/**
 * The two things that can happen: somebody says something, or time passes. Both go to a feature's pure
 * handler, and what it decides is committed before anybody is answered (`road.ts`); the sender does the rest.
 */
import type { Receive } from './contracts/chat.ts'
import { CodedError } from './contracts/errors.ts'
import type { Incoming } from './contracts/incoming.ts'
import type { Log } from './contracts/log.ts'
import type { Reply } from './contracts/reply.ts'
import type { Decision, State, Store } from './contracts/store.ts'
import { dispatch } from './dispatch.ts'
import type { Feature, Outcome, World } from './features/feature.ts'
import { notSaved, word } from './features/reply.ts'
import type { Count } from './figures.ts'
import { keyOf, wasHandled } from './handled.ts'
import { putOffIfTooMuch, rememberLate } from './late.ts'
import { orMoveHere } from './move-here.ts'
import { accountLookup } from './network/member.ts'
import { type Planned, plan } from './plan.ts'
import { beginningIn, findNetworks, whichNetwork } from './reception.ts'
import type { Road } from './road.ts'
import { say } from './text/say.ts'

export interface BotParts {
  readonly store: Store
  readonly road: Road
  readonly features: readonly Feature[]
  readonly log: Log
  readonly count: Count
  /** A network has something to do now. */
  wake(network: string): void
}

export interface Bot {
  readonly receive: Receive
  /** Lets everything happen that is due for one network. */
  occur(network: string): Promise<void>
}

export function createBot({ store, road, features, log, count, wake }: BotParts): Bot {
  function decide(state: State, network: string, incoming: Incoming): Decision<Reply> {
    const world = road.worldOf(state, beginningIn(network, incoming))
    if (!world) return road.settle(state, [], whichNetwork([], incoming))
    const key = keyOf(incoming)
    const again = wasHandled(state, key)
    if (again) count('repeated', incoming.kind)
    const outcome = dispatch(features, world, incoming, again)
    const reply: Reply = outcome.reply ?? { kind: 'nothing' }
    const idle = !outcome.changes?.length && !outcome.messages?.length
    return again || idle ? road.settle(state, [], reply) : road.commit(world, outcome, key, reply)
  }

  /** Most answers leave nothing to do; what comes later is found when it is due. */
  async function hear(network: string, incoming: Incoming): Promise<Reply> {
    const { reply, urgent } = await store.transact(network, (state) => {
      const decision = decide(state, network, incoming)
      return { ...decision, result: { reply: decision.result, urgent: road.dueNow(decision) } }
    })
    if (urgent) wake(network)
    return reply
  }

  const receive: Receive = async (incoming) => {
    count('incoming', incoming.kind)
    try {
      const found = await findNetworks(store, incoming)
      const [network] = found
      if (network !== undefined && found.length > 1 && isTold(incoming)) return await tellAll(found, incoming)
      if (network === undefined || found.length > 1)
        return whichNetwork(await Promise.all(found.map((id) => store.read(id))), incoming)
      const reply = await orMoveHere(store, incoming, await hear(network, incoming))
      return await lastWord(reply, incoming)
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'bug'
      count('errors', code)
      log.error({ code, kind: incoming.kind, cause: causeOf(error) }, 'not handled')
      const text = say(incoming.who.language ?? 'nl', code === 'bug' ? 'err.bug' : 'err.store')
      return incoming.kind === 'submit' ? notSaved(text) : word(incoming.who.language ?? 'nl', text)
    }
  }

  /** What a platform itself keeps of somebody may go when none of the networks knows them any more. */
  async function lastWord(reply: Reply, { who }: Incoming): Promise<Reply> {
    if (reply.kind !== 'word' || !reply.forget) return reply
    const known = await store.networksBy(accountLookup(who))
    return known.length > 0 ? { kind: 'word', message: reply.message } : reply
  }

  /** What happened to somebody's private chat concerns all of their networks; nobody waits for an answer. */
  const tellAll = async (found: readonly string[], incoming: Incoming): Promise<Reply> => {
    for (const id of found) await hear(id, incoming)
    return { kind: 'nothing' }
  }

  /** Each occurrence is its own commit, and the next is planned from what the last one left. */
  const occur = async (network: string) => {
    const next = () =>
      store.transact(network, (state): Decision<boolean> => {
        if (road.nothingDue(state)) return road.settle(state, [], false)
        const world = road.worldOf(state)
        const [first] = world ? plan(features, world).due : []
        if (!world || !first) return road.settle(state, [], false)
        const outcome = happen(world, first)
        const wait = putOffIfTooMuch(world, first, outcome)
        if (wait.length > 0) return road.settle(state, wait, true)
        count('occurrences', first.feature.name)
        const changes = [...(outcome.changes ?? []), ...rememberLate(world, first, outcome)]
        return road.commit(world, { ...outcome, changes }, first.key, true)
      })
    while (await next());
  }

  /** A handler that breaks must not hold up the rest of the plan; it comes up again when its key is forgotten. */
  function happen(world: World, { feature, kind, about }: Planned): Outcome {
    try {
      return feature.occurrences?.[kind]?.(world, about) ?? {}
    } catch (error) {
      log.error(
        { code: 'bug', feature: feature.name, kind, about, cause: causeOf(error) },
        'occurrence failed',
      )
      return {}
    }
  }

  return { receive, occur }
}

/** Nobody spoke to the bot: the platform told it. */
const isTold = ({ kind }: Incoming): boolean => kind !== 'command' && kind !== 'press' && kind !== 'submit'

/** Where it went wrong, without the message of an unknown error: that might quote what somebody wrote. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return error instanceof CodedError
    ? error.message
    : `${error.name} ${error.stack?.split('\n    at ')[1] ?? ''}`
}
