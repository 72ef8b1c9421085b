/** What people write. Every answer carries a mark of its own, by which it is recognised wherever it turns up. */
import type { Language } from '../../src/contracts/text.ts'

type Lines = readonly [string, ...string[]]

export const lines: Readonly<Record<Language, Readonly<Record<'good' | 'next' | 'talk' | 'agree', Lines>>>> =
  {
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
    },
  }

export const mark = (number: number): string => ` (k${number})`

const marked = /\(k(\d+)\)/g

/** The numbers of all marks in a piece of text. */
export const marksIn = (text: string): readonly number[] =>
  text.includes('(k') ? [...text.matchAll(marked)].map(([, number]) => Number(number)) : []

export const withoutMarks = (text: string): string => text.replace(/ \(k\d+\)/g, '')
