/** Words around what the network brings. The questions are in `instruments/values.yaml`. */
import type { Wordings } from './wording.ts'

export const valuesTexts = {
  'values.intro': {
    nl: 'Deze keer vraag ik er iets bij: wat brengt het netwerk jou, en jullie samen? Dat zijn twee extra stappen, een paar minuten. Alles mag leeg blijven. Nu nog niets is ook een antwoord.',
    en: 'This time I ask one more thing: what does the network bring you, and all of you together? Two extra steps, a few minutes. You may leave anything empty. Nothing yet is an answer too.',
  },
  'values.who': {
    nl: 'Het netwerk leest de antwoorden bij het beeld, zonder namen. Een vraag waar minder dan {n} mensen iets bij schreven, laat ik niet zien; die antwoorden wis ik.',
    en: 'The network reads the answers with the picture, without names. A question to which fewer than {n} people wrote something is not shown; I erase those answers.',
  },
  'values.title': { nl: 'Wat het netwerk brengt', en: 'What the network brings' },
  'values.me': { nl: 'Voor ieder van ons', en: 'For each of us' },
  'values.us': { nl: 'Voor ons samen', en: 'For us together' },
  'values.button': { nl: 'Wat het brengt', en: 'What it brings' },
  'values.more': {
    nl: 'Alle antwoorden lees je bij Wat het brengt.',
    en: 'You can read all answers under What it brings.',
  },
  'values.question': { nl: '{name}. {question}', en: '{name}. {question}' },
  'value.direct': { nl: 'Meteen', en: 'Right away' },
  'value.potential': { nl: 'Voor later', en: 'For later' },
  'value.applied': { nl: 'Gedaan', en: 'Done' },
  'value.realised': { nl: 'Gemerkt', en: 'Noticed' },
  'value.transform': { nl: 'Anders kijken', en: 'Seen differently' },
} as const satisfies Wordings
