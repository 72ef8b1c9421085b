/** **Membership**: taking part is each person's own choice, made knowing who will see what. */
import type { Form } from '../../contracts/form.ts'
import { type Member, members, newMember } from '../../network/member.ts'
import { withdraw } from '../../round/engine.ts'
import { label, say } from '../../text/say.ts'
import type { Feature, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { word } from '../reply.ts'

const choices = ['yes', 'later', 'no'] as const

function consentForm(scene: Scene): Form {
  const { language, member } = scene
  return formOf(scene, {
    feature: 'membership',
    action: 'consent',
    title: label(language, 'consent.title'),
    revision: member?.revision ?? 0,
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

const asMember = ({ member, account, name, language, newId }: Scene): Member =>
  member ?? newMember({ id: newId(), name, language, accounts: [account] })

export const membership: Feature = {
  name: 'membership',
  actions: {
    consent: {
      for: 'anyone',
      press: (scene) => ({ reply: { kind: 'form', form: consentForm(scene) } }),
      submit(scene, _about, { values }) {
        const { language } = scene
        const chosen = choices.find((choice) => choice === values.consent)
        if (!chosen) return { reply: { kind: 'errors', errors: { consent: say(language, 'err.choice') } } }
        const person = asMember(scene)
        const left = chosen === 'yes' ? false : person.left
        return {
          changes: [
            members.put({ ...person, consent: chosen, left, revision: person.revision + 1 }),
            ...(chosen === 'yes' ? [] : withdraw(scene.state, person.id)),
          ],
          reply: word(language, say(language, chosen === 'yes' ? 'consent.yes' : 'consent.no')),
        }
      },
    },
  },
}
