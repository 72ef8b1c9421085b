/** Words that every part of the bot uses: forms, commands, things that go wrong. */
import type { Wordings } from './wording.ts'

export const generalTexts = {
  'form.next': { nl: 'Verder', en: 'Next' },
  'form.send': { nl: 'Verstuur', en: 'Send' },
  'form.back': { nl: 'Vorige', en: 'Back' },
  'form.skip': { nl: 'Sla over', en: 'Skip' },
  'form.later': { nl: 'Later', en: 'Later' },
  'form.close': {
    nl: 'Sluiten mag. Wat je verstuurde, is bewaard.',
    en: 'You may close this. What you sent is kept.',
  },
  'form.fill': { nl: 'Invullen', en: 'Fill in' },

  'help.intro': {
    nl: 'Dit kun je tegen me zeggen. Je mag ook gewoon op de knoppen drukken.',
    en: 'This is what you can say to me. You can also just press the buttons.',
  },
  'help.summary': { nl: 'Dit kan ik', en: 'What I can do' },
  'help.help': { nl: 'laat zien wat ik kan', en: 'shows what I can do' },
  'card.help.lead': {
    nl: 'trekt een vraagkaart; zet er een thema achter als je wilt, of “eigen” voor vragen van jullie zelf',
    en: 'draws a question card; add a theme if you like, or “own” for questions of your own',
  },
  'cmd.unknown': {
    nl: 'Dat ken ik niet. Bedoel je {word}?',
    en: "I don't know that. Do you mean {word}?",
  },
  'cmd.which': {
    nl: 'Je zit in meer netwerken. Voor welk netwerk is dit?',
    en: 'You are in more than one network. Which one is this for?',
  },
  'cmd.nowhere': {
    nl: 'Ik weet nog niet bij welk netwerk je hoort. Druk in jullie kanaal op “{join}”. Staat die knop er niet, vraag dan wie mij daar zette om te beginnen.',
    en: "I don't know yet which network you belong to. Press “{join}” in your channel. If there is no such button, ask whoever added me to start.",
  },

  'err.closed': { nl: 'Dit is gesloten. Kijk in het kanaal.', en: 'This has closed. See the channel.' },
  'err.role': { nl: 'Dit is voor {who}.', en: 'This is for {who}.' },
  'err.old': {
    nl: 'Deze knop werkt niet meer. Typ “help” om te zien wat wel kan.',
    en: 'This button no longer works. Type “help” to see what you can do.',
  },
  'err.store': {
    nl: 'Bewaren lukt nu niet. Je tekst staat er nog; probeer het zo weer.',
    en: "I can't save this right now. Your text is still here; try again soon.",
  },
  'err.bug': {
    nl: 'Er ging bij mij iets mis, niet bij jou. Je tekst staat er nog; probeer het zo weer.',
    en: 'Something went wrong on my side, not yours. Your text is still here; try again soon.',
  },
  'err.long': {
    nl: 'Wat lang: hooguit {n} tekens. Je tekst staat er nog.',
    en: 'Rather long: {n} characters at most. Your text is still here.',
  },
  'err.empty': { nl: 'Vul hier nog iets in.', en: 'Please fill in something here.' },
  'err.choice': { nl: 'Kies iets uit de lijst.', en: 'Choose something from the list.' },
  'err.most': { nl: 'Kies er hooguit {n}.', en: 'Choose {n} at most.' },
  'err.date': {
    nl: 'Deze datum klopt nog niet. Kies een dag.',
    en: 'This date is not right yet. Choose a day.',
  },
  'err.past': {
    nl: 'Deze dag is al geweest. Kies een latere.',
    en: 'This day has passed. Choose a later one.',
  },
  'err.time': {
    nl: 'Deze tijd klopt nog niet. Schrijf hem zo: 15:30.',
    en: 'This time is not right yet. Write it like this: 15:30.',
  },
} as const satisfies Wordings
