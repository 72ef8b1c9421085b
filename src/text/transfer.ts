/** Words about what somebody means to do: their own note, and coming back to it once. */
import type { Wordings } from './wording.ts'

export const transferTexts = {
  'transfer.offer': {
    nl: 'Je koos “Iets wat ik ga doen of al doe”. Zal ik er over een paar weken één keer naar vragen?',
    en: 'You chose “Something I am going to do, or already do”. Shall I ask about it once, in a few weeks?',
  },
  'transfer.yes': { nl: 'Ja, graag', en: 'Yes, please' },
  'transfer.title': { nl: 'Voor jezelf', en: 'For yourself' },
  'transfer.private': {
    nl: 'Alleen jij leest dit. Ik vraag er één keer naar en wis het daarna.',
    en: 'Only you read this. I ask about it once and then erase it.',
  },
  'transfer.words': { nl: 'Wat wil je gaan doen?', en: 'What do you want to do?' },
  'transfer.hint': {
    nl: 'Klein en concreet werkt het best. Bijvoorbeeld: dinsdag één les beginnen met een vraag.',
    en: 'Small and concrete works best. For example: on Tuesday, start one lesson with a question.',
  },
  'transfer.noted': {
    nl: 'Genoteerd, alleen voor jou. Over een paar weken kom ik er één keer op terug.',
    en: 'Noted, for you alone. In a few weeks I will come back to it once.',
  },
  'transfer.full': {
    nl: 'Er staan er al {n}. Dat is genoeg om te onthouden.',
    en: 'You have {n} already. That is enough to remember.',
  },
  'transfer.undo': { nl: 'Toch niet', en: 'Not after all' },
  'transfer.forgotten': { nl: 'Goed, ik heb het gewist.', en: 'Fine, I have erased it.' },

  'transfer.ask': {
    nl: 'Je wilde dit gaan doen: “{note}”. Is het gelukt? Wat merkte je?',
    en: 'You wanted to do this: “{note}”. Did it happen? What did you notice?',
  },
  'transfer.tell': { nl: 'Vertel', en: 'Tell' },
  'transfer.drop': { nl: 'Laat maar', en: 'Never mind' },
  'transfer.how': { nl: 'Is het gelukt?', en: 'Did it happen?' },
  'transfer.how.yes': { nl: 'Ja', en: 'Yes' },
  'transfer.how.bit': { nl: 'Een beetje', en: 'A little' },
  'transfer.how.not': { nl: 'Nog niet', en: 'Not yet' },
  'transfer.noticed': { nl: 'Wat merkte je?', en: 'What did you notice?' },
  'transfer.share': { nl: 'Wie mag dit lezen?', en: 'Who may read this?' },
  'transfer.share.me': { nl: 'alleen ik', en: 'only me' },
  'transfer.share.quiet': { nl: 'het netwerk, zonder mijn naam', en: 'the network, without my name' },
  'transfer.share.name': { nl: 'het netwerk, met mijn naam', en: 'the network, with my name' },
  'transfer.share.small': {
    nl: 'Wat je deelt, komt in het maandbericht. Ook zonder naam kan iemand herkennen dat het van jou is. En zonder naam kan ik het daarna niet meer terugvinden.',
    en: 'What you share goes into the monthly summary. Even without a name, someone may recognise it as yours. And without a name I cannot find it again afterwards.',
  },
  'transfer.empty': {
    nl: 'Schrijf hier iets om te delen, of kies hieronder: alleen ik.',
    en: 'Write something here to share, or choose below: only me.',
  },
  'transfer.done.me': {
    nl: 'Fijn dat je even terugkeek. Het blijft bij jou; ik heb het gewist.',
    en: 'Good that you looked back for a moment. It stays with you; I have erased it.',
  },
  'transfer.done.shared': {
    nl: 'Dank je wel! Het netwerk leest het in het volgende maandbericht.',
    en: 'Thank you! The network reads it in the next monthly summary.',
  },
  'transfer.over': {
    nl: 'Dit is klaar.',
    en: 'This is done.',
  },
  'transfer.open': { nl: 'Je wilde dit gaan doen: “{note}”.', en: 'You wanted to do this: “{note}”.' },

  'agree.ran': {
    nl: 'Dit spraken jullie af, en het loopt nog:',
    en: 'You agreed on this, and it is still going on:',
  },
  'agree.ours': {
    nl: 'Wie dit oppakte, doet niet meer mee. Het is nu van jullie samen.',
    en: 'Whoever took this on no longer takes part. It now belongs to all of you.',
  },
} as const satisfies Wordings
