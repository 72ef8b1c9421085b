/** The page's own words. What the bot says comes from the core, in the language of each message. */
import type { Language } from '../../../src/contracts/text.ts'
import type { PlaygroundPerson } from '../wire.ts'

export interface Words {
  readonly banner: string
  /** The banner in one sentence. */
  readonly invented: string
  readonly home: string
  readonly clock: string
  readonly forward: (moment: string) => string
  readonly forwardBusy: string
  readonly nothingDue: string
  readonly underway: string
  readonly setClock: string
  readonly dayAndTime: string
  readonly goThere: string
  /** To somebody who wants to go to a moment that has passed. */
  readonly onlyForward: (now: string) => string
  readonly people: string
  readonly roles: Readonly<Record<PlaygroundPerson['role'], string>>
  readonly language: string
  readonly restart: string
  readonly restartSure: string
  readonly restartText: string
  readonly restartYes: string
  readonly restartNo: string
  readonly places: string
  readonly pair: string
  /** After a number. */
  readonly unread: string
  readonly conversation: string
  readonly quietChannel: string
  readonly quietPrivate: string
  readonly changed: string
  readonly onlyYou: string
  readonly dismiss: string
  readonly composer: string
  readonly placeholder: string
  readonly send: string
  readonly tryThese: string
  readonly suggestions: readonly string[]
  readonly failed: string
  readonly offline: string
  readonly step: (step: number, steps: number) => string
  readonly close: string
  readonly pick: string
  readonly atMost: (most: number) => string
  readonly charactersLeft: (left: number) => string
  readonly charactersOver: (over: number) => string
  readonly onTheLine: string
  readonly otherwise: string
  readonly chosen: (name: string) => string
  readonly clear: string
  readonly loading: string
}

const nl: Words = {
  banner: 'Welkom in de proeftuin. Het netwerk en de mensen zijn verzonnen, en niets verlaat deze computer.',
  invented: 'Alles hier is verzonnen',
  home: 'Proeftuin',
  clock: 'De klok van de proeftuin',
  forward: (moment) => `Verder naar ${moment}`,
  forwardBusy: 'Even kijken wat er gebeurt …',
  nothingDue: 'Nu wacht er niets',
  underway: 'Er is nog iets onderweg …',
  setClock: 'Zelf de klok zetten',
  dayAndTime: 'Dag en tijd',
  goThere: 'Ga daarheen',
  onlyForward: (now) => `De klok gaat alleen vooruit. Kies een dag en een tijd na ${now}.`,
  people: 'Wie ben jij?',
  roles: {
    teamleider: 'teamleider',
    member: 'doet mee',
    coach: 'netwerkcoach',
    outsider: 'hoort er niet bij',
  },
  language: 'Taal',
  restart: 'Opnieuw beginnen',
  restartSure: 'Opnieuw beginnen?',
  restartText: 'Alles wat je hier deed, gaat weg. Het voorbeeldnetwerk staat daarna weer klaar.',
  restartYes: 'Ja, begin opnieuw',
  restartNo: 'Nee, ga verder',
  places: 'Plekken',
  pair: 'Jij en Dubbelloop',
  unread: 'nieuw',
  conversation: 'Gesprek',
  quietChannel: 'Hier is het nog stil. Typ een woord, of zet de klok verder.',
  quietPrivate: 'Hier praten alleen jij en Dubbelloop. Typ een woord om te beginnen.',
  changed: 'aangepast',
  onlyYou: 'Alleen jij ziet dit',
  dismiss: 'Verbergen',
  composer: 'Bericht aan Dubbelloop',
  placeholder: 'Typ een woord, bijvoorbeeld help',
  send: 'Stuur',
  tryThese: 'Probeer eens',
  suggestions: ['help', 'open', 'afspraken', 'privacy'],
  failed: 'Dat lukte even niet. Wat je schreef, staat er nog. Probeer het zo weer.',
  offline: 'Ik heb even geen verbinding met Dubbelloop. Ik blijf het proberen.',
  step: (step, steps) => `Stap ${step} van ${steps}`,
  close: 'Sluiten',
  pick: 'Kies …',
  atMost: (most) => `Kies er hooguit ${most}.`,
  charactersLeft: (left) => `Nog ${left} ${left === 1 ? 'teken' : 'tekens'}`,
  charactersOver: (over) => `${over} ${over === 1 ? 'teken' : 'tekens'} te veel`,
  onTheLine: 'Plek op de lijn',
  otherwise: 'Of anders',
  chosen: (name) => `Jouw plek: ${name}`,
  clear: 'Wis keuze',
  loading: 'Even wachten …',
}

const en: Words = {
  banner:
    'Welcome to the playground. The network and its people are invented, and nothing leaves this computer.',
  invented: 'Everything here is invented',
  home: 'Playground',
  clock: 'The clock of the playground',
  forward: (moment) => `On to ${moment}`,
  forwardBusy: 'Let me see what happens …',
  nothingDue: 'Nothing is waiting now',
  underway: 'Something is still on its way …',
  setClock: 'Set the clock yourself',
  dayAndTime: 'Day and time',
  goThere: 'Go there',
  onlyForward: (now) => `The clock only goes forward. Choose a day and a time after ${now}.`,
  people: 'Who are you?',
  roles: {
    teamleider: 'team leader',
    member: 'takes part',
    coach: 'network coach',
    outsider: 'is not in it',
  },
  language: 'Language',
  restart: 'Start again',
  restartSure: 'Start again?',
  restartText: 'Everything you did here goes away. The example network is then ready again.',
  restartYes: 'Yes, start again',
  restartNo: 'No, go on',
  places: 'Places',
  pair: 'You and Dubbelloop',
  unread: 'new',
  conversation: 'Conversation',
  quietChannel: 'It is still quiet here. Type a word, or move the clock on.',
  quietPrivate: 'Only you and Dubbelloop talk here. Type a word to start.',
  changed: 'edited',
  onlyYou: 'Only you see this',
  dismiss: 'Hide',
  composer: 'Message to Dubbelloop',
  placeholder: 'Type a word, for example help',
  send: 'Send',
  tryThese: 'Try',
  suggestions: ['help', 'open', 'agreements', 'privacy'],
  failed: 'That did not work just now. What you wrote is still here. Try again in a moment.',
  offline: 'I have no connection with Dubbelloop right now. I keep trying.',
  step: (step, steps) => `Step ${step} of ${steps}`,
  close: 'Close',
  pick: 'Choose …',
  atMost: (most) => `Choose ${most} at most.`,
  charactersLeft: (left) => `${left} ${left === 1 ? 'character' : 'characters'} left`,
  charactersOver: (over) => `${over} ${over === 1 ? 'character' : 'characters'} too many`,
  onTheLine: 'Place on the line',
  otherwise: 'Or else',
  chosen: (name) => `Your place: ${name}`,
  clear: 'Clear choice',
  loading: 'One moment …',
}

export const words: Readonly<Record<Language, Words>> = { nl, en }
