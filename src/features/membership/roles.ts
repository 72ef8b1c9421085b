/** Who is who: the teamleider gives roles and hands over; when there is none, the channel is asked. */
import type { Block } from '../../contracts/message.ts'
import { plain, said } from '../../contracts/text.ts'
import { type Member, members, takesPart, teamleiders } from '../../network/member.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outcome, Outgoing, Scene, World } from '../feature.ts'
import { formOf, oneOf, optionsOf } from '../form.ts'
import { button, oneLine, word } from '../reply.ts'

/** Everybody who said yes or has a role, in one message. */
export function roster(scene: Scene): Outcome {
  const { language, network, state } = scene
  const people = members
    .all(state)
    .filter((person) => !person.left && (takesPart(person) || person.roles.length > 0))
  const title = label(language, 'members.title')
  const facts = people.map((person) => ({ name: [said(person.name)], value: rolesOf(person, scene) }))
  const give = { label: label(language, 'members.role'), opens: 'form' } as const
  const listed: Block[] =
    facts.length > 0 ? [{ tag: 'facts', facts }] : [{ tag: 'paragraph', text: say(language, 'members.none') }]
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    ...listed,
    { tag: 'buttons', buttons: [button(network, 'membership', 'role', [], give)] },
  ]
  return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
}

function rolesOf(person: Member, { language }: Scene): string {
  const names = person.roles.map((role) =>
    label(language, role === 'coach' ? 'role.coach' : 'role.teamleider'),
  )
  return [...names, ...(takesPart(person) ? [label(language, 'role.member')] : [])].join(', ')
}

const others = ({ state, member }: Scene) =>
  members
    .all(state)
    .filter(
      (person) => !person.left && (takesPart(person) || person.roles.length > 0) && person.id !== member?.id,
    )

const revisionOf = (scene: Scene) => members.all(scene.state).reduce((sum, { revision }) => sum + revision, 0)

export const giveRole: Action = {
  for: 'teamleider',
  press(scene) {
    const { language } = scene
    const people = others(scene)
    if (people.length === 0) return { reply: word(language, say(language, 'members.none')) }
    return {
      reply: {
        kind: 'form',
        form: formOf(scene, {
          feature: 'membership',
          action: 'role',
          title: label(language, 'members.title'),
          revision: revisionOf(scene),
          fields: [
            {
              tag: 'person',
              id: 'who',
              label: label(language, 'members.who'),
              optional: false,
              options: people.map(({ id, name }) => ({ value: id, label: plain([said(name)]) })),
            },
            {
              tag: 'choice',
              id: 'role',
              label: label(language, 'members.which'),
              optional: false,
              options: optionsOf(language, { coach: 'role.coach', over: 'role.over', none: 'role.none' }),
            },
          ],
        }),
      },
    }
  },
  submit(scene, _about, { values }) {
    const { language, member } = scene
    const done = word(language, say(language, 'members.changed'))
    if (scene.again) return { reply: done }
    const person = others(scene).find(({ id }) => id === values.who)
    const coaching = person?.roles.filter((each) => each === 'coach') ?? []
    const roles = { coach: ['coach'], over: [...coaching, 'teamleider'], none: [] } as const
    const role = oneOf(roles, values.role)
    const error = say(language, 'err.choice')
    if (!person || !member || !role)
      return {
        reply: { kind: 'errors', errors: { ...(!person && { who: error }), ...(!role && { role: error }) } },
      }
    const given = members.put({
      ...person,
      roles: roles[role],
      revision: person.revision + 1,
    })
    const mine = members.put({ ...member, roles: member.roles.filter((each) => each !== 'teamleider') })
    return role === 'over'
      ? { changes: [given, mine], messages: [announce(scene, person)], reply: done }
      : { changes: [given], reply: done }
  },
}

function announce({ network }: World, { name }: Member): Outgoing {
  const text = say(network.language, 'lead.new', { name: said(name) })
  return { to: 'network', message: oneLine(network.language, text) }
}

export const takeLead: Action = {
  for: 'participant',
  press(scene) {
    const { language, member, state } = scene
    const mine = { reply: word(language, say(language, 'lead.you')) }
    if (scene.again && member?.roles.includes('teamleider')) return mine
    if (!member || teamleiders(state).length > 0)
      return { reply: word(language, say(language, 'lead.taken')) }
    const lead: Member = { ...member, roles: [...member.roles, 'teamleider'] }
    return { changes: [members.put(lead)], messages: [announce(scene, member)], ...mine }
  },
}
