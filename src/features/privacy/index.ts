/** **Privacy**: what is kept about somebody, as words and as a file; stopping, and erasing. */
import { dateOf } from '../../calendar/calendar.ts'
import type { Block, Button } from '../../contracts/message.ts'
import { withChanges } from '../../contracts/store.ts'
import { askedInWeek, budget } from '../../network/attention.ts'
import { draftsOf } from '../../network/draft.ts'
import { members, takesPart } from '../../network/member.ts'
import { leaveRetros } from '../../retro/retro.ts'
import { withdraw } from '../../round/engine.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, Outcome, Scene } from '../feature.ts'
import { formOf, optionsOf } from '../form.ts'
import { button, word } from '../reply.ts'
import { afterLeaving } from '../vacancy.ts'
import { dataOf, erase, eraseDrafts } from './data.ts'
import { leaveUnsaid } from './underway.ts'

function overview(scene: Scene): Outcome {
  const { language, network, member, state, now } = scene
  const title = label(language, 'privacy.title')
  const does = (
    action: string,
    id: 'privacy.data' | 'privacy.stop' | 'privacy.erase',
    opens: Button['opens'],
  ) =>
    // Stopping twice, with a yes in between, are two times: the revision tells them apart.
    button(network, 'privacy', action, [String(member?.revision ?? 0)], { label: label(language, id), opens })
  const asked = member ? askedInWeek(state, member.id, dateOf(now, network.zone)) : 0
  const taking = member !== undefined && takesPart(member)
  const spent: Block = {
    tag: 'paragraph',
    text: say(language, 'privacy.budget', { most: budget.personWeek, n: asked }),
  }
  const blocks: Block[] = [
    { tag: 'heading', text: title },
    { tag: 'paragraph', text: say(language, 'privacy.what') },
    ...(taking ? [spent] : []),
    {
      tag: 'buttons',
      buttons: [
        does('data', 'privacy.data', 'nothing'),
        ...(taking ? [does('stop', 'privacy.stop', 'nothing')] : []),
        does('erase', 'privacy.erase', 'form'),
      ],
    },
  ]
  return { reply: { kind: 'word', message: { language, summary: title, blocks } } }
}

const data: Action = {
  for: 'anyone',
  press({ account, language, member, state }) {
    const text = say(language, 'privacy.file')
    const theirs = member ? dataOf(state, member) : { drafts: draftsOf(state, [account]) }
    const content = JSON.stringify(theirs, null, 2)
    const blocks: Block[] = [
      { tag: 'paragraph', text },
      { tag: 'file', name: 'dubbelloop.json', type: 'application/json', content },
    ]
    return { reply: { kind: 'word', message: { language, summary: text, blocks } } }
  },
}

const stop: Action = {
  for: 'anyone',
  press(scene) {
    const { language, member, state } = scene
    const reply = word(language, say(language, 'privacy.stopped'))
    if (!member || scene.again) return { reply }
    const stopped = members.put({ ...member, consent: 'no', roles: [], revision: member.revision + 1 })
    return {
      ...afterLeaving(scene, member, [
        stopped,
        ...withdraw(state, member.id),
        ...leaveRetros(state, member.id),
      ]),
      reply,
    }
  },
}

const eraseAll: Action = {
  for: 'anyone',
  press(scene) {
    const { language, member } = scene
    return {
      reply: {
        kind: 'form',
        form: formOf(scene, {
          feature: 'privacy',
          action: 'erase',
          title: label(language, 'privacy.title'),
          revision: member?.revision ?? 0,
          fields: [
            {
              tag: 'choice',
              id: 'sure',
              label: say(language, 'privacy.sure'),
              optional: false,
              options: optionsOf(language, { yes: 'privacy.yes', no: 'privacy.no' }),
            },
          ],
        }),
      },
    }
  },
  submit(scene, _about, { values }) {
    const { account, language, member, state } = scene
    if (values.sure === 'no') return { reply: word(language, say(language, 'privacy.kept')) }
    if (values.sure !== 'yes')
      return { reply: { kind: 'errors', errors: { sure: say(language, 'err.choice') } } }
    const reply = { ...word(language, say(language, 'privacy.erased')), forget: true } as const
    if (!member) return { changes: eraseDrafts(state, account), reply }
    const erased = erase(state, member)
    const unsaid = leaveUnsaid({ ...scene, state: withChanges(state, erased) }, member)
    return { ...afterLeaving(scene, member, [...erased, ...unsaid]), reply }
  },
}

export const privacy: Feature = {
  name: 'privacy',
  commands: [
    {
      words: { nl: 'privacy', en: 'privacy' },
      for: 'anyone',
      help: 'privacy.help',
      run: (scene) => overview(scene),
    },
  ],
  actions: { data, stop, erase: eraseAll },
}
