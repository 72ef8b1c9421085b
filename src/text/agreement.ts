/** Words around agreements. */
import type { Wordings } from './wording.ts'

export const agreementTexts = {
  'agree.note': { nl: 'Noteer afspraak', en: 'Note agreement' },
  'agree.change': { nl: 'Pas aan', en: 'Change' },
  'agree.title': { nl: 'Afspraak', en: 'Agreement' },
  'agree.points': { nl: 'Neem een punt over', en: 'Choose a point' },
  'agree.points.hint': {
    nl: 'Eén of twee, of schrijf hieronder zelf iets.',
    en: 'One or two, or write something yourself below.',
  },
  'agree.own': { nl: 'Of in eigen woorden', en: 'Or in your own words' },
  'agree.words': { nl: 'Wat spreken jullie af?', en: 'What do you agree on?' },
  'agree.who': { nl: 'Wie pakt het op?', en: 'Who will take this on?' },
  'agree.together': { nl: 'wij samen', en: 'all of us' },
  'agree.me': { nl: 'ik', en: 'me' },
  'agree.date': {
    nl: 'Wanneer is het klaar? (mag leeg blijven)',
    en: 'When will it be done? (you may leave this empty)',
  },
  'agree.line': { nl: 'Afgesproken: {agreement} ({who}, {when})', en: 'Agreed: {agreement} ({who}, {when})' },
  'agree.line.undated': { nl: 'Afgesproken: {agreement} ({who})', en: 'Agreed: {agreement} ({who})' },
  'agree.line.state': { nl: '{line}: {state}', en: '{line}: {state}' },
  'agree.was.dropped': { nl: 'Losgelaten', en: 'Let go' },
  'agree.done': { nl: 'Gelukt', en: 'Done' },
  'agree.open': { nl: 'Afgesproken', en: 'Agreed' },
  'agree.carried': { nl: 'Loopt nog', en: 'Ongoing' },
  'agree.dropped': { nl: 'Loslaten', en: 'Let go' },
  'agree.undo': { nl: 'Weghalen, dit was een vergissing', en: 'Remove, this was a mistake' },
  'agree.state': { nl: 'Hoe staat het?', en: 'How is it going?' },
  'agree.noted': {
    nl: 'Genoteerd. De afspraak staat in het kanaal.',
    en: 'Noted. The agreement is in the channel.',
  },
  'agree.changed': {
    nl: 'Aangepast. Zo staat het nu in het kanaal.',
    en: 'Changed. This is how it now stands in the channel.',
  },
  'agree.two': {
    nl: 'Er staan hier al twee afspraken. Meer dan twee onthoudt bijna niemand; pas er gerust één aan.',
    en: 'There are two agreements here already. Hardly anyone remembers more than two; feel free to change one.',
  },
  'agree.one': {
    nl: 'Er past er hier nog één bij. Kies of schrijf één punt.',
    en: 'There is room for one more here. Choose or write one point.',
  },
  'agree.moved': {
    nl: 'Iemand anders veranderde deze afspraken net. Kijk even mee en verstuur opnieuw.',
    en: 'Somebody else just changed these agreements. Have a look and send again.',
  },
} as const satisfies Wordings
