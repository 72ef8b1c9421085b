/** Taking part: each person's own choice, made knowing who will see what, and asked once more if they like. */
import { dateOf, schoolDayAfter } from '../../calendar/calendar.ts'
import type { Form } from '../../contracts/form.ts'
import { countAsk, hasRoom, usualRoom } from '../../network/attention.ts'
import { type Member, mayStart, members, newMember } from '../../network/member.ts'
import { leaveRetros } from '../../retro/retro.ts'
import { withdraw } from '../../round/engine.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Occurrence, Outcome, Outgoing, Scene, World } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { button, oneLine, word } from '../reply.ts'

const choices = ['yes', 'later', 'no'] as const

/** Once more on the fifth school day (storyboard 1.3). */
const laterDays = 5

export const consent: Action = {
  for: 'anyone',
  press: (scene) => ({ reply: { kind: 'form', form: consentForm(scene) } }),
  submit(scene, _about, { values }) {
    const { language, now, network, state } = scene
    const chosen = choices.find((choice) => choice === values.consent)
    if (!chosen) return { reply: { kind: 'errors', errors: { consent: say(language, 'err.choice') } } }
    const person = scene.member ?? newcomer(scene)
    const { later: _later, ...known } = person
    const changed: Member = {
      ...known,
      consent: chosen,
      left: chosen === 'yes' ? false : person.left,
      revision: person.revision + 1,
      // Only once more: whoever says later again has the button in the channel.
      ...(chosen === 'later' && person.consent !== 'later' && { later: dateOf(now, network.zone) }),
    }
    return {
      changes: [
        members.put(changed),
        ...(chosen === 'yes' ? [] : [...withdraw(state, person.id), ...leaveRetros(state, person.id)]),
      ],
      messages: chosen === 'yes' ? [testPost(changed)] : [],
      reply: word(language, say(language, `consent.${chosen}`)),
    }
  },
}

/**
 * Somebody who was erased and comes back must not be taken for the same thing twice, so a newcomer's revisions
 * start at the second they came.
 */
const firstRevision = ({ now }: Scene): number => Math.floor(now.getTime() / 1000)

const newcomer = (scene: Scene): Member => {
  const { account, name, language, newId } = scene
  const person = newMember({ id: newId(), name, language, accounts: [account] })
  return { ...person, revision: firstRevision(scene) }
}

function consentForm(scene: Scene): Form {
  const { language, member } = scene
  return formOf(scene, {
    feature: 'membership',
    action: 'consent',
    title: label(language, 'consent.title'),
    revision: member?.revision ?? firstRevision(scene),
    intro: (['intro.see', 'intro.small', 'intro.ask'] as const).map((id) => ({
      tag: 'paragraph',
      text: say(language, id),
    })),
    fields: [
      {
        tag: 'choice',
        id: 'consent',
        label: label(language, 'intro.choose'),
        optional: false,
        options: optionsOf(language, { yes: 'intro.yes', later: 'intro.later', no: 'intro.no' }),
      },
    ],
  })
}

/** Shows the private place, and whether it can be reached. */
const testPost = ({ id, language }: Member): Outgoing => ({
  to: { member: id },
  message: oneLine(language, say(language, 'test.private')),
})

export function planAskAgain(world: World): readonly Occurrence[] {
  const { state, calendar } = world
  return members.all(state).flatMap((person) => {
    if (person.consent !== 'later' || !person.later || person.left) return []
    const day = schoolDayAfter(calendar, person.later, laterDays)
    const at = usualRoom(world, day, (date) => mayStart(person, date) && hasRoom(state, person.id, date))
    return [{ kind: 'ask-again', about: person.id, at }]
  })
}

export function askAgain(world: World, about: string): Outcome {
  const person = members.get(world.state, about)
  if (!person) return {}
  const { later: _later, ...asked } = person
  const { language } = person
  const text = say(language, 'consent.again', { name: { said: world.network.name } })
  const join = { label: label(language, 'consent.join'), opens: 'form', primary: true } as const
  const date = dateOf(world.now, world.network.zone)
  return {
    changes: [
      members.put(asked),
      ...countAsk(world.state, { id: world.newId(), to: person.id, date, kind: 'consent' }),
    ],
    messages: [
      {
        to: { member: person.id },
        message: oneLine(language, text, [button(world.network, 'membership', 'consent', [], join)]),
      },
    ],
  }
}
