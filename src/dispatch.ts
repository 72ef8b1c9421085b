/** From what was heard to the handler that it is for, and the one place where rights are checked. */

import { findCommand, runCommand, unknownWord } from './commands.ts'
import type { Command, Happened, HappenedOf, Incoming, Press, Submit } from './contracts/incoming.ts'
import { readRef, writeRef } from './contracts/ref.ts'
import type { Feature, Outcome, Scene, World } from './features/feature.ts'
import { notSaved, word } from './features/reply.ts'
import { livesAt, memberOf, members, takesPart } from './network/member.ts'
import { theNetwork } from './network/network.ts'
import { type Audience, audienceText, may } from './network/rights.ts'
import { asCommand } from './reception.ts'
import { label, say } from './text/say.ts'

export function dispatch(
  features: readonly Feature[],
  world: World,
  incoming: Incoming,
  again: boolean,
): Outcome {
  const scene = sceneOf(world, incoming, again)
  const outcome = handle(features, scene, asCommand(incoming))
  const { member } = scene
  // Somebody who reads another language now gets private words in it from here on.
  if (!member || member.language === scene.language || !outcome.changes) return outcome
  return withLanguage(outcome, member.id, scene)
}

function withLanguage(outcome: Outcome, id: string, { state, language }: Scene): Outcome {
  const changed = outcome.changes?.some((change) => change.kind === members.kind && change.id === id)
  const member = members.get(state, id)
  if (changed || !member) return outcome
  return { ...outcome, changes: [...(outcome.changes ?? []), members.put({ ...member, language })] }
}

function sceneOf(world: World, { who, where }: Incoming, again: boolean): Scene {
  const { platform, tenant, user } = who
  const member = memberOf(world.state, who)
  return {
    ...world,
    ...(member && { member }),
    name: who.name ?? member?.name ?? user,
    where,
    account: { platform, tenant, user },
    language: who.language ?? member?.language ?? world.network.language,
    ...(who.language && { reads: who.language }),
    again,
  }
}

function handle(features: readonly Feature[], scene: Scene, incoming: Incoming): Outcome {
  switch (incoming.kind) {
    case 'command':
      return typed(features, scene, incoming)
    case 'press':
    case 'submit':
      return acted(features, scene, incoming)
    default:
      return features.reduce<Outcome>((so, feature) => merge(so, happen(feature, scene, incoming)), {})
  }
}

function happen<Kind extends Happened['kind']>(feature: Feature, scene: Scene, told: HappenedOf<Kind>) {
  const handlers: Feature['happened'] = feature.happened
  return handlers?.[told.kind]?.(scene, told)
}

/** Several features may have something to do when a person or a place changes. */
function merge(one: Outcome, other: Outcome = {}): Outcome {
  return {
    changes: [...(one.changes ?? []), ...(other.changes ?? [])],
    messages: [...(one.messages ?? []), ...(other.messages ?? [])],
  }
}

function typed(features: readonly Feature[], scene: Scene, incoming: Command): Outcome {
  const found = findCommand(features, theNetwork(scene.state) ? incoming.words : 'start')
  if (!found) return unknownWord(features, scene, incoming.words)
  if (!allowed(scene, found.command.for, incoming)) return refuse(scene, found.command.for, incoming)
  return runCommand(features, scene, found)
}

function acted(features: readonly Feature[], scene: Scene, incoming: Press | Submit): Outcome {
  const ref = readRef(incoming.ref)
  const action = features.find(({ name }) => name === ref?.feature)?.actions?.[ref?.action ?? '']
  const handler = incoming.kind === 'press' ? action?.press : action?.submit
  if (!ref || !action || !handler) {
    const old = say(scene.language, 'err.old')
    return { reply: incoming.kind === 'press' ? word(scene.language, old) : notSaved(old) }
  }
  if (!allowed(scene, action.for, incoming)) return refuse(scene, action.for, incoming)
  if (incoming.kind === 'press') return action.press?.(scene, ref.about) ?? {}
  return action.submit?.(scene, ref.about, incoming) ?? {}
}

/** What anyone may do, anyone may do here: in the network's own place, or known to it. */
function allowed(scene: Scene, audience: Audience, { where }: Incoming): boolean {
  return may(scene.member, audience) && (livesAt(scene.network, where) || scene.member !== undefined)
}

/** A friendly word, and the way in for who does not take part. What was typed into a form stays there. */
function refuse(scene: Scene, audience: Audience, incoming: Incoming): Outcome {
  const { language, network, member } = scene
  const taking = audience === 'participant' || audience === 'network'
  const outside = taking && (member === undefined || !takesPart(member))
  const text = outside
    ? say(language, 'err.left')
    : say(language, 'err.role', { who: label(language, audienceText[audience]) })
  if (incoming.kind === 'submit') return { reply: notSaved(text) }
  const ref = writeRef({ network: network.id, feature: 'membership', action: 'consent', about: [] })
  const join = { label: label(language, 'consent.join'), ref, opens: 'form' as const, primary: true }
  return { reply: word(language, text, outside ? [join] : []) }
}
