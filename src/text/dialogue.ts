/** Words around question cards. The questions and the house rules are in `instruments/decks/dialogue.yaml`. */
import type { Wordings } from './wording.ts'

export const dialogueTexts = {
  'card.help': {
    nl: 'trekt een vraagkaart; zet er een thema achter als je wilt',
    en: 'draws a question card; add a theme if you like',
  },
  'card.open': {
    nl: 'Een vraag voor tussendoor of voor jullie volgende bijeenkomst:',
    en: 'A question for in between, or for your next meeting:',
  },
  'card.how': {
    nl: "Denk eerst zelf na, praat dan met z'n tweeën en daarna met de groep.",
    en: 'Think about it alone first, then talk in pairs, then with the group.',
  },
  'card.how2': {
    nl: 'Je hoeft hier niet te antwoorden. In het echt praat het vaak makkelijker.',
    en: "You don't need to answer here. Talking in person is often easier.",
  },
  'card.deeper': {
    nl: 'Doorvragen: Waaraan merk je dat? / Waar denk je dan aan? / Hoe kun je er ook naar kijken?',
    en: 'Ask further: How do you notice that? / What comes to mind? / How else could you look at it?',
  },
  'card.keep': { nl: 'Bewaar voor bijeenkomst', en: 'Keep for the meeting' },
  'card.other': { nl: 'Andere kaart', en: 'Another card' },
  'card.talked': { nl: 'We spraken erover', en: 'We talked about it' },
  'card.later': { nl: 'Nu even niet', en: 'Not now' },
  'card.undo': { nl: 'Maak ongedaan', en: 'Undo' },
  'card.kept': {
    nl: 'Bewaard. Deze vraag komt terug vlak voor jullie volgende bijeenkomst.',
    en: 'Kept. This question comes back just before your next meeting.',
  },
  'card.kept.open': {
    nl: 'Bewaard. Deze vraag komt terug zodra jullie weer een bijeenkomst plannen.',
    en: 'Kept. This question comes back as soon as you plan another meeting.',
  },
  'card.talked.so': { nl: 'Jullie spraken erover.', en: 'You talked about it.' },
  'card.later.so': { nl: 'Prima, nu even niet.', en: 'Fine, not now.' },
  'card.placed': { nl: 'De kaart staat in het kanaal.', en: 'The card is in the channel.' },
  'card.none': {
    nl: 'Jullie hebben alle kaarten van dit jaar al gezien.',
    en: 'You have already seen all the cards of this year.',
  },
  'card.none.theme': {
    nl: 'Alle kaarten over {theme} zijn dit jaar al geweest.',
    en: 'All cards about {theme} have already come up this year.',
  },
  'card.unknown': {
    nl: "Over “{theme}” heb ik geen kaarten. Misschien over een van deze thema's?",
    en: 'I have no cards about “{theme}”. Perhaps about one of these themes?',
  },
  'card.ahead': { nl: 'Een vraag om samen te bespreken', en: 'A question to talk about together' },
  'card.ahead.two': { nl: 'Twee vragen om samen te bespreken', en: 'Two questions to talk about together' },
  'card.rule': { nl: 'Voor het gesprek: {rule}', en: 'For the conversation: {rule}' },

  'card.slow': {
    nl: 'Ik weet niet of de kaarten jullie helpen. Zal ik er minder sturen?',
    en: "I can't tell whether the cards help you. Shall I send fewer?",
  },
  'card.slow.else': {
    nl: 'Als je niets kiest, stuur ik er voortaan hooguit één per maand.',
    en: 'If you choose nothing, I will send at most one a month from now on.',
  },
  'card.monthly': { nl: 'Eens per maand', en: 'Monthly' },
  'card.fine': { nl: 'Laat maar zo', en: 'Keep it as it is' },
  'card.stop': { nl: 'Stop', en: 'Stop' },
  'card.fortnight': { nl: 'Eens per twee weken', en: 'Once a fortnight' },
  'card.every.fortnight': {
    nl: 'Ik stuur hooguit eens per twee weken een kaart in het kanaal.',
    en: 'I send a card to the channel once a fortnight at most.',
  },
  'card.every.month': {
    nl: 'Ik stuur hooguit eens per maand een kaart in het kanaal.',
    en: 'I send a card to the channel once a month at most.',
  },
  'card.every.stopped': {
    nl: 'Ik stuur uit mezelf geen kaarten meer. Typ “kaart” om er zelf een te trekken.',
    en: 'I no longer send cards by myself. Type “card” to draw one.',
  },

  'card.own.title': { nl: 'Onze kaarten', en: 'Our cards' },
  'card.own.none': { nl: 'Jullie hebben nog geen eigen kaarten.', en: 'You have no cards of your own yet.' },
  'card.own.have': {
    nl: 'Jullie eigen kaarten wisselen af met die van mij.',
    en: 'Your own cards take turns with mine.',
  },
  'card.own.more': { nl: 'En nog {n}.', en: 'And {n} more.' },
  'card.own.add': { nl: 'Nieuwe kaart', en: 'New card' },
  'card.own.import': { nl: 'Plak een lijst', en: 'Paste a list' },
  'card.own.remove': { nl: 'Haal weg', en: 'Remove' },
  'card.own.question': { nl: 'Welke vraag staat op de kaart?', en: 'Which question is on the card?' },
  'card.own.theme': {
    nl: 'Bij welk thema hoort de vraag? (mag leeg blijven)',
    en: 'Which theme does it belong to? (you may leave this empty)',
  },
  'card.own.added': { nl: 'Bewaard. De kaart doet mee.', en: 'Saved. The card is in.' },
  'card.own.same': { nl: 'Deze kaart hebben jullie al.', en: 'You already have this card.' },
  'card.own.full': {
    nl: 'Meer dan {n} eigen kaarten kan ik niet bewaren. Haal er eerst een paar weg.',
    en: 'I cannot keep more than {n} cards of your own. Remove a few first.',
  },
  'card.own.which': { nl: 'Welke kaarten mogen weg?', en: 'Which cards can go?' },
  'card.own.removed': { nl: '{n} kaarten weggehaald.', en: '{n} cards removed.' },
  'card.own.removed.one': { nl: '{n} kaart weggehaald.', en: '{n} card removed.' },

  'card.import.rows': { nl: 'Jullie vragen', en: 'Your questions' },
  'card.import.how': {
    nl: 'Eén vraag per regel. Of plak uit een rekenblad, met “vraag” en “thema” als eerste rij. CSV en YAML mogen ook.',
    en: 'One question per line. Or paste from a spreadsheet, with “question” and “theme” as its first row. CSV and YAML work too.',
  },
  'card.import.saved': { nl: '{n} kaarten bewaard. Ze doen mee.', en: '{n} cards saved. They are in.' },
  'card.import.saved.one': { nl: '{n} kaart bewaard. De kaart doet mee.', en: '{n} card saved. It is in.' },
  'card.import.bad': {
    nl: 'Er is nog niets bewaard. Deze rijen lukten niet; pas ze hieronder aan:',
    en: 'Nothing is saved yet. These rows did not work; change them below:',
  },
  'card.import.row': { nl: 'rij {n}: {why}', en: 'row {n}: {why}' },
  'card.import.more': {
    nl: 'en nog {n} rijen die niet lukten',
    en: 'and {n} more rows that did not work',
  },
  'card.import.keep': { nl: 'Of laat deze rijen weg', en: 'Or leave these rows out' },
  'card.import.keep.good': {
    nl: 'Bewaar alleen de goede rijen: {n}',
    en: 'Save only the good rows: {n}',
  },
  'card.import.empty': { nl: 'hier staat geen vraag.', en: 'there is no question here.' },
  'card.import.long': {
    nl: 'de vraag is langer dan {n} tekens.',
    en: 'the question is longer than {n} characters.',
  },
  'card.import.theme': {
    nl: 'het thema “{theme}” ken ik niet. Bedoel je {near}?',
    en: "I don't know the theme “{theme}”. Do you mean {near}?",
  },
  'card.import.same': { nl: 'deze kaart is er al.', en: 'this card is already there.' },
  'card.import.columns': {
    nl: 'hier staan te veel kolommen. Zet de vraag tussen aanhalingstekens.',
    en: 'there are too many columns here. Put the question between quotation marks.',
  },
  'card.import.quote': {
    nl: 'hier begint een aanhalingsteken dat niet ophoudt.',
    en: 'a quotation mark begins here and does not end.',
  },
  'card.import.yaml': {
    nl: 'dit kan ik niet lezen als YAML.',
    en: 'I cannot read this as YAML.',
  },
} as const satisfies Wordings
