/** Words around somebody's own place in a network: what is open, quiet for a while, and their data. */
import type { Wordings } from './wording.ts'

export const selfTexts = {
  'open.help': { nl: 'wat er voor jou openstaat', en: 'what is open for you' },
  'open.title': { nl: 'Voor jou', en: 'For you' },
  'open.none': { nl: 'Er staat niets open.', en: 'Nothing is open.' },
  'open.meeting': { nl: 'Volgende bijeenkomst: {when}', en: 'Next meeting: {when}' },
  'open.evaluation': {
    nl: 'Terugkijken op de bijeenkomst van {meeting} kan tot {day}, {time}.',
    en: 'You can look back on the meeting of {meeting} until {day}, {time}.',
  },
  'open.stopped': {
    nl: 'Ik herinner je niet meer na een bijeenkomst.',
    en: 'I no longer remind you after a meeting.',
  },
  'open.paused': { nl: 'Het is stil voor jou tot {day}.', en: 'It is quiet for you until {day}.' },
  'open.network.paused': {
    nl: 'Het netwerk rust tot {day}.',
    en: 'The network rests until {day}.',
  },

  'ledger.unknown': {
    nl: 'Van {n} berichten weet ik niet of ze zijn aangekomen.',
    en: "I don't know whether {n} messages arrived.",
  },
  'ledger.unknown.one': {
    nl: 'Van {n} bericht weet ik niet of het is aangekomen.',
    en: "I don't know whether {n} message arrived.",
  },
  'ledger.failed': { nl: '{n} berichten kon ik niet versturen.', en: 'I could not send {n} messages.' },
  'ledger.failed.one': { nl: '{n} bericht kon ik niet versturen.', en: 'I could not send {n} message.' },
  'err.gone': {
    nl: 'Ik kan niet meer in jullie kanaal. Voeg me weer toe; niets is weg. Is het kanaal er niet meer? Zet me dan in een ander kanaal en typ daar “start”.',
    en: "I can't reach your channel. Add me again; nothing is lost. Is the channel no longer there? Then put me in another one and type “setup” there.",
  },
  'ledger.again': { nl: 'Stuur opnieuw', en: 'Send again' },
  'ledger.sent': { nl: 'Ik stuur het opnieuw.', en: 'I am sending it again.' },

  'pause.help': { nl: 'stil tot een dag die je kiest', en: 'quiet until a day you choose' },
  'pause.help.lead': {
    nl: 'stil tot een dag die je kiest, voor jou of voor het hele netwerk',
    en: 'quiet until a day you choose, for you or for the whole network',
  },
  'pause.title': { nl: 'Pauze', en: 'Pause' },
  'pause.open': { nl: 'Even rust? Kies tot wanneer.', en: 'A little quiet? Choose until when.' },
  'pause.until': {
    nl: 'Tot welke dag? Laat leeg om weer te beginnen.',
    en: 'Until which day? Leave empty to begin again.',
  },
  'pause.for': { nl: 'Voor wie?', en: 'For whom?' },
  'pause.me': { nl: 'voor mij', en: 'for me' },
  'pause.network': { nl: 'voor het hele netwerk', en: 'for the whole network' },
  'pause.done': { nl: 'Stil tot {day}.', en: 'Quiet until {day}.' },
  'pause.over': { nl: 'Fijn, ik ben er weer.', en: 'Good, I am back.' },
  'pause.ended': { nl: 'De pauze is voorbij. Ik ben er weer.', en: 'The pause is over. I am back.' },
  'pause.channel': {
    nl: 'Ik ben stil tot {day}. Daarna begin ik vanzelf weer.',
    en: 'I am quiet until {day}. After that I begin again by myself.',
  },

  'privacy.help': { nl: 'wat ik over jou bewaar, en wissen', en: 'what I keep about you, and erasing' },
  'privacy.title': { nl: 'Privacy', en: 'Privacy' },
  'privacy.what': {
    nl: 'Ik bewaar je naam, keuzes en antwoorden. Na elke ronde knip ik je naam los van je antwoord, tenzij je koos om hem te laten zien.',
    en: 'I keep your name, choices and answers. After each round I cut your name from your answer, unless you chose to show it.',
  },
  'privacy.budget': {
    nl: 'Ik vraag je hooguit {most} keer per week iets voor dit netwerk. Deze week: {n} keer.',
    en: 'I ask you something for this network {most} times a week at most. So far this week: {n}.',
  },
  'privacy.data': { nl: 'Mijn gegevens', en: 'My data' },
  'privacy.file': {
    nl: 'Dit is alles wat nu nog bij je naam hoort.',
    en: 'This is all that still belongs to your name.',
  },
  'privacy.stop': { nl: 'Stop', en: 'Stop' },
  'privacy.stopped': {
    nl: 'Je doet niet meer mee. Wat nog liep, heb ik gewist. Wil je terug? De knop in het kanaal blijft werken.',
    en: 'You no longer take part. I have erased what was still running. Want to come back? The button in the channel keeps working.',
  },
  'privacy.erase': { nl: 'Wis alles', en: 'Erase all' },
  'privacy.sure': {
    nl: 'Ik wis alles wat nog bij je naam hoort. Beelden die er al waren, blijven, zonder je naam. Doorgaan?',
    en: 'I erase all that still belongs to your name. Pictures that were there already stay, without your name. Go on?',
  },
  'privacy.yes': { nl: 'Ja, wis alles', en: 'Yes, erase all' },
  'privacy.no': { nl: 'Nee, laat staan', en: 'No, leave it' },
  'privacy.kept': { nl: 'Er is niets gewist.', en: 'Nothing was erased.' },
  'privacy.erased': {
    nl: 'Alles wat bij je naam hoorde, is gewist. Je kunt altijd weer meedoen.',
    en: 'All that belonged to your name is erased. You can join again at any time.',
  },

  'agree.help': { nl: 'wat jullie afspraken, en hoe het staat', en: 'what you agreed, and how it stands' },
  'agree.list': { nl: 'Jullie afspraken', en: 'Your agreements' },
  'agree.list.none': { nl: 'Er staat nog geen afspraak.', en: 'There is no agreement yet.' },
  'agree.owner': {
    nl: 'Dit pakte je op, en het zou klaar zijn op {day}: “{agreement}”. Hoe staat het?',
    en: 'You took this on, to be done by {day}: “{agreement}”. How is it going?',
  },
  'agree.kept': { nl: 'Bewaard: {state}.', en: 'Saved: {state}.' },
} as const satisfies Wordings
