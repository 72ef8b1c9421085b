/** Words around forms of retro that a network writes itself, and what such a form says where they say nothing. */
import type { Wordings } from './wording.ts'

export const retroOwnTexts = {
  'retro.own.title': { nl: 'Onze vormen', en: 'Our forms' },
  'retro.own.none': {
    nl: 'Jullie hebben nog geen eigen vorm om terug te kijken.',
    en: 'You have no form of your own for looking back yet.',
  },
  'retro.own.have': {
    nl: 'Deze vormen zijn van jullie zelf. Ze staan bij de andere als je een retro begint.',
    en: 'These forms are your own. They are listed with the others when you start a retro.',
  },
  'retro.own.add': { nl: 'Nieuwe vorm', en: 'New form' },
  'retro.own.remove': { nl: 'Haal weg', en: 'Remove' },
  'retro.own.which': { nl: 'Welke vormen mogen weg?', en: 'Which forms can go?' },
  'retro.own.removed': {
    nl: 'Weggehaald. Een retro die al begonnen is, gaat gewoon door.',
    en: 'Removed. A retro that has already started simply goes on.',
  },
  'retro.own.rows': { nl: 'Jullie vorm', en: 'Your form' },
  'retro.own.how': {
    nl: 'Hieronder staat een voorbeeld. Maak er jullie eigen vorm van, met één tot vier vragen. Een naam en vragen zijn genoeg; de rest mag je weglaten.',
    en: 'Below is an example. Turn it into your own form, with one to four questions. A name and questions are enough; you can leave out the rest.',
  },
  'retro.own.how.dots': {
    nl: 'Met stippen kiest iedereen waar jullie over praten. Zet er 0 achter als jullie alles samen bespreken. Jullie woorden blijven in elke taal zoals je ze schrijft.',
    en: 'With dots everyone chooses what to talk about. Write 0 behind it if you talk about everything together. Your words stay as you write them, in every language.',
  },
  'retro.own.example': {
    nl: 'naam: Kampvuur\nminuten: 20\nvragen:\n  - Wat geeft ons warmte?\n  - Waar mag een blok hout bij?\nstippen: 3\npraten: Praat over wat jullie raakt.\npunten:\n  - Dit houden we brandend\n  - Hier leggen we iets bij',
    en: 'name: Campfire\nminutes: 20\nquestions:\n  - What gives us warmth?\n  - What could do with another log?\ndots: 3\ntalk: Talk about what speaks to you.\npoints:\n  - This we keep burning\n  - Here we add something',
  },
  'retro.own.preview': {
    nl: 'Zo gaat jullie vorm. Klopt het? Druk op Verstuur om hem te bewaren.',
    en: 'This is how your form goes. Is it right? Press Send to save it.',
  },
  'retro.own.again': { nl: 'Wil je nog iets veranderen?', en: 'Would you like to change anything?' },
  'retro.own.step': { nl: '{phase}: {text}', en: '{phase}: {text}' },
  'retro.own.dots': { nl: 'Stippen voor ieder: {n}', en: 'Dots for each person: {n}' },
  'retro.own.saved': {
    nl: 'Bewaard. Typ “retro” en kies {name}.',
    en: 'Saved. Type “retro” and choose {name}.',
  },
  'retro.own.full': {
    nl: 'Meer dan {n} eigen vormen kan ik niet bewaren. Haal er eerst een weg.',
    en: 'I cannot keep more than {n} forms of your own. Remove one first.',
  },

  'retro.own.bad': {
    nl: 'Er is nog niets bewaard. Kijk nog even naar deze regels:',
    en: 'Nothing is saved yet. Please have another look at these lines:',
  },
  'retro.own.row': { nl: 'regel {n}: {why}', en: 'line {n}: {why}' },
  'retro.own.more': { nl: 'en nog {n} regels', en: 'and {n} more lines' },
  'retro.own.bad.yaml': {
    nl: 'dit kan ik niet lezen. Let op de streepjes en de spaties ervoor, of zet de zin tussen aanhalingstekens.',
    en: 'I cannot read this. Check the dashes and the spaces before them, or put the sentence between quotation marks.',
  },
  'retro.own.bad.shape': {
    nl: 'begin met “naam:” en dan “vragen:”.',
    en: 'begin with “name:” and then “questions:”.',
  },
  'retro.own.bad.key': {
    nl: '“{key}” ken ik niet. Ik ken naam, minuten, vragen, stippen, praten en punten.',
    en: "I don't know “{key}”. I know name, minutes, questions, dots, talk and points.",
  },
  'retro.own.bad.twice': { nl: 'dit staat er twee keer.', en: 'this is there twice.' },
  'retro.own.bad.name': { nl: 'er is nog geen naam.', en: 'there is no name yet.' },
  'retro.own.bad.taken': {
    nl: 'een vorm met deze naam is er al. Kies een andere naam.',
    en: 'there already is a form with this name. Choose another name.',
  },
  'retro.own.bad.questions': { nl: 'er zijn nog geen vragen.', en: 'there are no questions yet.' },
  'retro.own.bad.list': {
    nl: 'zet hieronder één ding per regel, met een streepje ervoor.',
    en: 'put one thing on each line below this, with a dash in front.',
  },
  'retro.own.bad.text': {
    nl: 'hier hoort één zin. Staat er een dubbele punt in? Zet de zin dan tussen aanhalingstekens.',
    en: 'there should be one sentence here. Does it have a colon? Then put the sentence between quotation marks.',
  },
  'retro.own.bad.empty': { nl: 'hier staat nog niets.', en: 'there is nothing here yet.' },
  'retro.own.bad.same': { nl: 'deze zin staat er al.', en: 'this sentence is already there.' },
  'retro.own.bad.long': { nl: 'dit is langer dan {n} tekens.', en: 'this is longer than {n} characters.' },
  'retro.own.bad.many': {
    nl: 'meer dan {n} is te veel voor één retro.',
    en: 'more than {n} is too many for one retro.',
  },
  'retro.own.bad.number': {
    nl: 'hier hoort een getal, hooguit {n}.',
    en: 'there should be a number here, {n} at most.',
  },

  'retro.own.collect': {
    nl: 'Schrijf in stilte op wat er bij je opkomt.',
    en: 'In silence, write down what comes to mind.',
  },
  'retro.own.reveal': { nl: 'Lees rustig wat er staat.', en: 'Take your time to read what is there.' },
  'retro.own.group': {
    nl: 'Wat hoort bij elkaar? Leg het samen op stapels en geef elke stapel een naam.',
    en: 'What belongs together? Put it in piles and give every pile a name.',
  },
  'retro.own.choose': { nl: 'Waar willen jullie over praten?', en: 'What would you like to talk about?' },
  'retro.own.talk': { nl: 'Praat erover: wat valt op?', en: 'Talk about it: what stands out?' },
  'retro.own.close': { nl: 'Wat nemen jullie mee?', en: 'What do you take with you?' },
  'retro.own.take': { nl: 'Dit nemen we mee', en: 'We take this with us' },
  'retro.own.take.more': { nl: 'En dit', en: 'And this' },
  'retro.own.take.last': { nl: 'En dit nog', en: 'And this too' },
} as const satisfies Wordings
