/** Words around taking part: who someone is in a network, and consent. */
import type { Wordings } from './wording.ts'

export const memberTexts = {
  'who.member': { nl: 'wie meedoet in dit netwerk', en: 'people who take part in this network' },
  'who.lead': { nl: 'de teamleider en de netwerkcoach', en: 'the team leader and the network coach' },
  'who.teamleider': { nl: 'de teamleider', en: 'the team leader' },

  'err.left': {
    nl: 'Dit is voor wie meedoet. Meedoen kan altijd.',
    en: 'This is for people who take part. You can join at any time.',
  },
  'consent.join': { nl: 'Doe je mee?', en: 'Join?' },
  'consent.title': { nl: 'Doe je mee?', en: 'Will you join?' },
  'intro.see': {
    nl: 'Wie ziet wat? Het netwerk ziet de antwoorden bij elkaar, zonder namen. Alleen jij kunt kiezen om ergens je naam bij te zetten. Je netwerkcoach en je teamleider zien hetzelfde als jullie: niet meer en niet eerder.',
    en: 'Who sees what? The network sees the answers together, without names. Only you can choose to put your name with something. Your network coach and your team leader see the same as you do: no more, and no sooner.',
  },
  'intro.small': {
    nl: 'Let op: in een kleine groep kan iemand jouw manier van schrijven herkennen. Schrijf dus alleen op wat je ook hardop zou zeggen.',
    en: 'Please note: in a small group, someone may recognise the way you write. So only write what you would also say out loud.',
  },
  'intro.ask': {
    nl: 'Doe je mee? Stoppen kan altijd, zonder uitleg. Wat nog loopt, wis ik dan. Eerdere antwoorden staan al los van je naam; die kan ik niet meer terugvinden. Wat het netwerk al heeft gezien, kan ik niet meer terughalen.',
    en: "Would you like to take part? You can stop at any time, without giving a reason. I then erase whatever is still running. Earlier answers are already separate from your name; I can no longer find them. I can't take back what the network has already seen.",
  },
  'intro.choose': { nl: 'Jouw keuze', en: 'Your choice' },
  'intro.yes': { nl: 'Ja, ik doe mee', en: "Yes, I'm in" },
  'intro.later': { nl: 'Vraag het me later', en: 'Ask me later' },
  'intro.no': { nl: 'Liever niet', en: "I'd rather not" },
  'consent.yes': {
    nl: 'Fijn dat je meedoet! Druk op Invullen als er iets openstaat.',
    en: 'Good to have you! Press Fill in when something is open.',
  },
  'test.private': {
    nl: 'Hoi! Hier kan ik je bereiken zonder dat anderen meelezen. Ik vraag je hooguit twee keer per week iets voor dit netwerk. Typ “open” om te zien wat er nu loopt.',
    en: 'Hi! This is where I can reach you privately. I ask you something for this network twice a week at most. Type “open” to see what is going on.',
  },
  'consent.later': {
    nl: 'Goed, over een paar dagen vraag ik het nog één keer.',
    en: 'Fine, in a few days I will ask once more.',
  },
  'consent.again': {
    nl: 'Je vroeg me het later nog eens te vragen. Doe je mee met {name}?',
    en: 'You asked me to ask again later. Will you join {name}?',
  },
  'consent.no': { nl: 'Prima. De knop blijft werken.', en: 'Fine. The button keeps working.' },
} as const satisfies Wordings
