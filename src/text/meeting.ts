/** Words around planning meetings. */
import type { Wordings } from './wording.ts'

export const meetingTexts = {
  'plan.help': {
    nl: 'een bijeenkomst plannen, verplaatsen of afzeggen',
    en: 'plan, move or cancel a meeting',
  },
  'plan.title': { nl: 'Bijeenkomst', en: 'Meeting' },
  'plan.coming': { nl: 'Jullie bijeenkomsten', en: 'Your meetings' },
  'plan.none': { nl: 'Er staat nog geen bijeenkomst gepland.', en: 'No meeting is planned yet.' },
  'plan.undated': { nl: 'nog zonder datum', en: 'no date yet' },
  'plan.when': { nl: '{day}, {from} tot {until}', en: '{day}, {from} to {until}' },
  'plan.new': { nl: 'Plan bijeenkomst', en: 'Plan meeting' },
  'plan.move': { nl: 'Verplaats', en: 'Move' },
  'plan.cancel': { nl: 'Zeg af', en: 'Cancel meeting' },
  'plan.date': {
    nl: 'Op welke dag? Laat leeg als je dat nog niet weet.',
    en: "On which day? Leave empty if you don't know yet.",
  },
  'plan.day': { nl: 'Op welke dag?', en: 'On which day?' },
  'plan.from': { nl: 'Van', en: 'From' },
  'plan.until': { nl: 'Tot', en: 'Until' },
  'plan.repeat': { nl: 'Hoe vaak komen jullie bij elkaar?', en: 'How often do you meet?' },
  'plan.once': { nl: 'één keer', en: 'once' },
  'plan.week': { nl: 'elke week', en: 'every week' },
  'plan.fortnight': { nl: 'om de week', en: 'every other week' },
  'plan.month': { nl: 'elke maand', en: 'every month' },
  'plan.eight': {
    nl: 'acht keer, verdeeld over het schooljaar',
    en: 'eight times, spread over the school year',
  },
  'plan.back': { nl: 'Hoe kijken jullie terug?', en: 'How do you look back?' },
  'plan.back.form': { nl: 'met een kort formulier, na afloop', en: 'with a short form, afterwards' },
  'plan.back.aloud': { nl: 'hardop, in de laatste minuten', en: 'out loud, in the last minutes' },
  'plan.dates': {
    nl: 'Welke dagen passen? Vakanties heb ik al overgeslagen.',
    en: 'Which days fit? I already left out the holidays.',
  },
  'plan.which': { nl: 'Welke bijeenkomst?', en: 'Which meeting?' },
  'plan.all': { nl: 'Ook alle latere van deze reeks', en: 'All later ones of this series too' },
  'plan.only': { nl: 'Alleen deze', en: 'Only this one' },
  'plan.how.many': { nl: 'Welke verplaats je?', en: 'Which ones do you move?' },
  'plan.line': { nl: 'Gepland: {dates}', en: 'Planned: {dates}' },
  'plan.series': {
    nl: 'Gepland, steeds van {from} tot {until}: {days}.',
    en: 'Planned, each time from {from} to {until}: {days}.',
  },
  'plan.moved': { nl: 'Verplaatst: {old} wordt {new}.', en: 'Moved: {old} becomes {new}.' },
  'plan.off': { nl: 'De bijeenkomst van {day} gaat niet door.', en: 'The meeting of {day} is cancelled.' },
  'plan.off.undated': {
    nl: 'De bijeenkomst zonder datum gaat niet door.',
    en: 'The meeting without a date is cancelled.',
  },
  'plan.found': {
    nl: 'Was dit Teams-overleg een bijeenkomst van jullie netwerk?',
    en: "Was this Teams meeting one of your network's?",
  },
  'choice.yes': { nl: 'Ja', en: 'Yes' },
  'choice.no': { nl: 'Nee', en: 'No' },
  'plan.found.end': { nl: 'Het eindigde op {day} om {time}.', en: 'It ended on {day} at {time}.' },
  'plan.found.yes': {
    nl: 'Goed. In het kanaal vraag ik iedereen om terug te kijken.',
    en: 'Fine. In the channel I will ask everyone to look back.',
  },
  'plan.found.no': { nl: 'Prima, dan doe ik niets.', en: 'Fine, then I do nothing.' },
  'plan.noted': { nl: 'Genoteerd. Het staat in het kanaal.', en: 'Noted. It is in the channel.' },
  'err.over': {
    nl: 'Dit moment is al voorbij. Kies een later moment.',
    en: 'This moment has passed. Choose a later one.',
  },
  'err.order': {
    nl: 'De eindtijd moet na de begintijd komen. Kies een latere eindtijd.',
    en: 'The end must come after the start. Choose a later end.',
  },
  'err.none': { nl: 'Kies minstens één dag.', en: 'Choose at least one day.' },
  'err.far': {
    nl: 'Dat is te ver weg. Kies een dag binnen een jaar.',
    en: 'That is too far away. Choose a day within a year.',
  },

  'ahead.title': { nl: 'Binnenkort weer bij elkaar', en: 'Together again soon' },
  'ahead.when': { nl: 'Jullie volgende bijeenkomst is op {day}.', en: 'Your next meeting is on {day}.' },
  'ahead.agreed': {
    nl: 'Dit spraken jullie af. Hoe gaat het daarmee? Wat klaar is of niet meer past, haal je eraf met Pas aan.',
    en: 'This is what you agreed. How is it going? Use Change to take off whatever is done or no longer fits.',
  },
  'ahead.earlier': {
    nl: 'En nog {n} eerdere: typ “afspraken”.',
    en: 'And {n} more from before: type “agreements”.',
  },
  'ahead.none': {
    nl: 'Willen jullie iets afspreken? Noteer het hier.',
    en: 'Is there something you want to agree on? Note it here.',
  },
  'ahead.talk': { nl: 'Hier wilden jullie het over hebben', en: 'What you wanted to talk about' },

  'remind.until': {
    nl: 'Goed. Invullen kan nog tot {day}, {time}. Ik vraag het niet nog eens.',
    en: "Fine. You can still fill it in until {day}, {time}. I won't ask again.",
  },
  'remind.form': {
    nl: 'Terugkijken op de bijeenkomst van {meeting} kan nog tot {day}, {time}. Was je er niet? Kies Sla over.',
    en: 'You can still look back on the meeting of {meeting} until {day}, {time}. Not there? Choose Skip.',
  },
  'remind.later': { nl: 'Later', en: 'Later' },
  'remind.stop': { nl: 'Niet meer vragen', en: 'Stop asking' },
  'ask.later': { nl: 'Goed, {day} nog één keer.', en: 'Fine, once more on {day}.' },
  'ask.skip': { nl: 'Prima, deze keer niet.', en: 'Fine, not this time.' },
  'ask.stop': {
    nl: 'Ik vraag dit niet meer. Typ “open” om het weer aan te zetten.',
    en: "I won't ask again. Type “open” to turn it back on.",
  },
  'ask.again': { nl: 'Weer vragen', en: 'Ask again' },
  'ask.back': {
    nl: 'Goed, ik herinner je weer na een bijeenkomst.',
    en: 'Fine, I will remind you after a meeting again.',
  },
} as const satisfies Wordings
