/** **Settings** of a network: the language in which the bot writes in its channel. */
import type { Language } from '../../contracts/text.ts'
import { networks } from '../../network/network.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Feature, Outcome, Scene } from '../feature.ts'
import { button, word } from '../reply.ts'

function chooseLanguage(scene: Scene, chosen: Language): Outcome {
  const reply = word(scene.language, say(chosen, 'settings.language.now'))
  if (scene.network.language === chosen) return { reply }
  return { changes: [networks.put({ ...scene.network, language: chosen })], reply }
}

const language = (chosen: Language): Action => ({
  for: 'teamleider',
  press: (scene) => chooseLanguage(scene, chosen),
})

export const settings: Feature = {
  name: 'settings',
  commands: [
    {
      words: { nl: 'instellingen', en: 'settings' },
      for: 'teamleider',
      help: 'settings.help',
      run(scene, rest) {
        const chosen = /^(?:taal|language)\s+(nl|en)$/i.exec(rest)?.[1]?.toLowerCase()
        if (chosen === 'nl' || chosen === 'en') return chooseLanguage(scene, chosen)
        const choice = (to: Language) =>
          button(scene.network, 'settings', to, [scene.newId()], {
            label: label(scene.language, to === 'nl' ? 'settings.nl' : 'settings.en'),
            opens: 'nothing',
          })
        return {
          reply: word(scene.language, say(scene.language, 'settings.language'), [choice('nl'), choice('en')]),
        }
      },
    },
  ],
  actions: { nl: language('nl'), en: language('en') },
}
