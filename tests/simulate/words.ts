/** What people write. Every answer carries a mark of its own, by which it is recognised wherever it turns up. */
import type { Language } from '../../src/contracts/text.ts'

type Lines = readonly [string, ...string[]]

type Topic =
  | 'good'
  | 'next'
  | 'talk'
  | 'agree'
  | 'example'
  | 'conclusion'
  | 'year'
  | 'task'
  | 'note'
  | 'told'
  | 'board'
  | 'pile'
  | 'card'
  | 'line'
  | 'left'
  | 'right'

export const lines: Readonly<Record<Language, Readonly<Record<Topic, Lines>>>> = {
  nl: {
    good: [
      'We begonnen rustig, met een rondje',
      'Het voorbeeld uit de klas van groep 5',
      'Dat we echt doorvroegen',
      'Iedereen kwam aan het woord',
      'Samen naar leerlingwerk kijken',
      'De sfeer was open',
    ],
    next: [
      'Korter vooraf, langer samen kijken',
      'Eén vraag kiezen en daarbij blijven',
      'Eerder stoppen, dan halen we de trein',
      'Het verslag eerder rondsturen',
      'Meer tijd voor de kleine groepjes',
    ],
    talk: [
      'Hoe vraag ik door zonder te sturen?',
      'Wat doen we als een les niet lukt?',
      'Hoe betrekken we de andere collega’s?',
    ],
    agree: [
      'Iedereen neemt één stuk leerlingwerk mee',
      'We beginnen met een rondje van vijf minuten',
      'We kijken bij elkaar in de les',
      'De agenda staat er een week van tevoren',
    ],
    example: [
      'Vorige week keken we samen naar een toets',
      'Bij de koffie gaat het vaak over de les van morgen',
      'We belden iemand van de hogeschool',
      'Ik neem elke keer iets mee voor mijn klas',
    ],
    conclusion: [
      'We leren vooral op de dag zelf. We willen vaker in het gewone werk bij elkaar kijken.',
      'We kennen elkaar goed. Een blik van buiten kan helpen.',
    ],
    year: [
      'Dat we elkaar nu weten te vinden',
      'Het rondje aan het begin houden we',
      'Ja, ik ga elke keer met iets nieuws naar huis',
      'Soms is de dag te vol, korter zou helpen',
    ],
    task: ['Samen een lessenserie maken', 'Meer bij elkaar in de les kijken'],
    note: ['Ik probeer het rondje in mijn mentorles', 'Ik laat twee leerlingen hun werk vergelijken'],
    told: [
      'De leerlingen vroegen zelf door',
      'Het kostte meer tijd dan ik dacht, maar het werkte',
      'Er kwam iets tussen',
    ],
    board: [
      'Het bezoek aan de andere school',
      'We luisteren echt naar elkaar',
      'Hoe houden we dit vol in een drukke periode?',
      'Wie neemt de leerlingen erbij?',
      'De voorbeelden uit de klas',
      'Meer rust aan het begin',
    ],
    pile: ['Samen kijken', 'Tijd', 'De klas'],
    card: ['Wat zou een leerling zeggen over onze lessen?', 'Welke vraag stellen we elkaar te weinig?'],
    line: ['Binnen of buiten', 'Praten of doen'],
    left: ['We blijven dicht bij onze eigen school.', 'We praten eerst alles door.'],
    right: ['We zoeken anderen buiten de school op.', 'We proberen het gewoon uit.'],
  },
  en: {
    good: [
      'We took our time to start, with a round',
      'The example from the year 5 class',
      'That we really kept asking',
      'Everyone had a say',
      'Looking at pupils’ work together',
      'The mood was open',
    ],
    next: [
      'Less talk beforehand, more looking together',
      'Choose one question and stay with it',
      'Finish earlier, so we catch the train',
      'Send the notes round sooner',
      'More time in small groups',
    ],
    talk: [
      'How do I keep asking without steering?',
      'What do we do when a lesson fails?',
      'How do we involve our other colleagues?',
    ],
    agree: [
      'Everyone brings one piece of pupils’ work',
      'We start with a round of five minutes',
      'We visit each other’s lessons',
      'The agenda is there a week ahead',
    ],
    example: [
      'Last week we looked at a test together',
      'Over coffee we often talk about tomorrow’s lesson',
      'We phoned someone at the university',
      'Every time I take something home for my class',
    ],
    conclusion: [
      'We mostly learn on the day itself. We want to visit each other more during our everyday work.',
      'We know each other well. A look from outside can help.',
    ],
    year: [
      'That we now know where to find each other',
      'We keep the round at the start',
      'Yes, every time I go home with something new',
      'Some days are too full, shorter would help',
    ],
    task: ['Making a series of lessons together', 'Visiting each other’s lessons more'],
    note: ['I will try the round with my own class', 'I will let two pupils compare their work'],
    told: [
      'The pupils began to ask questions themselves',
      'It took more time than I thought, but it worked',
      'Something came in between',
    ],
    board: [
      'The visit to the other school',
      'We really listen to each other',
      'How do we keep this up in a busy period?',
      'Who brings the pupils in?',
      'The examples from our classes',
      'More quiet at the start',
    ],
    pile: ['Looking together', 'Time', 'The class'],
    card: ['What would a pupil say about our lessons?', 'Which question do we ask each other too little?'],
    line: ['Inside or outside', 'Talking or doing'],
    left: ['We stay close to our own school.', 'We first talk everything through.'],
    right: ['We look for others outside the school.', 'We simply try it out.'],
  },
}

export const mark = (number: number): string => ` (k${number})`

const marked = /\(k(\d+)\)/g

/** The numbers of all marks in a piece of text. */
export const marksIn = (text: string): readonly number[] =>
  text.includes('(k') ? [...text.matchAll(marked)].map(([, number]) => Number(number)) : []

export const withoutMarks = (text: string): string => text.replace(/ \(k\d+\)/g, '')
