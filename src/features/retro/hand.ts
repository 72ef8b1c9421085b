/** Another person leads: handed over by whoever does, or taken over. */
import type { Form } from '../../contracts/form.ts'
import { said } from '../../contracts/text.ts'
import { worded } from '../../instrument/retro.ts'
import { members } from '../../network/member.ts'
import { led } from '../../retro/machine.ts'
import { formOfRetro, type Retro, retros } from '../../retro/retro.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Outgoing, Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { word } from '../reply.ts'
import { leadStep, notForYou } from './led.ts'
import { isThere, leadsNow, mayTake, opening, runningOf } from './running.ts'

const candidates = (scene: Scene, { facilitator }: Retro) =>
  members.all(scene.state).filter((each) => each.id !== facilitator && isThere(scene, each))

export function handForm(scene: Scene, retro: Retro): Form {
  const { language } = scene
  return formOf(scene, {
    feature: 'retro',
    action: 'hand',
    about: [retro.id],
    title: label(language, 'retro.lead'),
    revision: retro.revision,
    fields: [
      {
        tag: 'person',
        id: 'to',
        label: label(language, 'retro.hand'),
        optional: false,
        options: candidates(scene, retro).map(({ id, name }) => ({ value: id, label: [said(name)] })),
      },
    ],
  })
}

export const hand: Action = {
  for: 'network',
  submit: leadStep((scene, { retro }, { values }) => {
    const { language } = scene
    const to = candidates(scene, retro).find(({ id }) => id === values.to)
    if (!to) return { reply: { kind: 'errors', errors: { to: say(language, 'err.choice') } } }
    const handed: Retro = { ...led(retro, scene.now), facilitator: to.id }
    return {
      changes: [retros.put(handed)],
      messages: [handedWord(scene, handed)],
      reply: word(language, say(language, 'retro.handed', { name: said(to.name) })),
    }
  }),
}

/** Whoever gets it hears so privately, with the way to go on. */
function handedWord(scene: Scene, retro: Retro): Outgoing {
  const { language } = members.get(scene.state, retro.facilitator) ?? scene.network
  const name = scene.member ? said(scene.member.name) : said(scene.name)
  const text = say(language, 'retro.hand.word', { name })
  const buttons = [opening(scene, 'lead', retro, language, 'retro.lead', true)]
  return {
    to: { member: retro.facilitator },
    message: {
      language,
      summary: text,
      blocks: [
        { tag: 'heading', text: worded(formOfRetro(scene.state, retro).title, language) },
        { tag: 'paragraph', text },
        { tag: 'buttons', buttons },
      ],
    },
  }
}

export const take: Action = {
  for: 'network',
  press(scene, [id]) {
    const { language, member } = scene
    const running = runningOf(scene, id)
    if (!running || !member) return { reply: word(language, say(language, 'err.closed')) }
    const { retro } = running
    const lead = opening(scene, 'lead', retro, language, 'retro.lead', true)
    const reply = word(language, say(language, 'retro.took'), [lead])
    if (leadsNow(scene, retro)) return { reply }
    if (scene.again || !mayTake(scene, retro)) return notForYou(scene)
    return { changes: [retros.put({ ...led(retro, scene.now), facilitator: member.id })], reply }
  },
}
