/** Words around the evaluation after a meeting. The questions are in `instruments/after-meeting.yaml`. */
import type { Wordings } from './wording.ts'

export const evaluationTexts = {
  'be.title': { nl: 'Terugkijken', en: 'Looking back' },
  'be.meeting': { nl: 'Bijeenkomst van {day}', en: 'Meeting of {day}' },
  'be.intro': {
    nl: 'Jullie bijeenkomst zit erop. Vier korte vragen, een minuut of twee. Overslaan mag.',
    en: 'Your meeting is over. Four short questions, a minute or two. You may skip any.',
  },
  'be.until': { nl: 'Invullen kan tot {day}, {time}.', en: 'You can fill this in until {day}, {time}.' },
  'be.who': {
    nl: 'Het netwerk ziet de antwoorden bij elkaar, zonder namen, vanaf {n} mensen.',
    en: 'The network sees the answers together, without names, once at least {n} people have answered.',
  },
  'be.cut': {
    nl: 'Je kunt je antwoorden nog veranderen tot {day}, {time}. Daarna horen ze niet meer bij jouw naam en kan niemand ze terugvinden, ook ik niet.',
    en: 'You can still change your answers until {day}, {time}. After that they no longer belong to your name and nobody can find them again, not even me.',
  },
  'be.again': {
    nl: 'Je hebt al iets ingevuld. Dat staat hieronder; veranderen mag.',
    en: 'You already filled something in. It is below; you may change it.',
  },
  'be.thanks': {
    nl: 'Dank je wel! Je kunt je antwoorden veranderen tot uiterlijk {day}, {time}. Daarna zet ik alles bij elkaar in het kanaal, zonder namen. Vulden bij een vraag minder dan {n} mensen iets in? Dan wis ik die antwoorden.',
    en: 'Thank you! You can change your answers until {day}, {time} at the latest. After that I put it all together in the channel, without names. Where fewer than {n} people filled something in, I erase it.',
  },
  'be.nothing': {
    nl: 'Prima, niets ingevuld. Het kan alsnog tot {day}, {time}.',
    en: 'Fine, nothing filled in. You still can until {day}, {time}.',
  },
  'be.over': { nl: 'Invullen kan niet meer.', en: 'You can no longer fill this in.' },
  'be.share.title': { nl: 'Zo keken jullie terug', en: 'How you looked back' },
  'be.share.high': { nl: 'Dit werkte goed', en: 'This worked well' },
  'be.share.next': { nl: 'Dit kan de volgende keer anders', en: 'This could be different next time' },
  'be.share.q': { nl: 'Vragen voor de volgende keer', en: 'Questions for next time' },
  'be.share.value': { nl: 'Dit leverde het op', en: 'What it brought' },
  'be.share.ask': {
    nl: 'Wat spreken jullie hiervan samen af? Kies één of twee punten.',
    en: 'What will you agree on together? Choose one or two points.',
  },
  'be.share.minimum': {
    nl: 'Vulden bij een vraag minder dan {n} mensen iets in? Dan laat ik die antwoorden weg. Zo blijft iedereen vrij om te schrijven.',
    en: 'Where fewer than {n} people filled something in, I leave it out. That keeps everyone free to write.',
  },
  'be.share.all': { nl: 'Lees alles', en: 'Read all' },
  'be.share.more': {
    nl: 'Er zijn meer antwoorden. Lees ze met de knop hieronder.',
    en: 'There are more answers. Read them with the button below.',
  },
  'be.few': {
    nl: 'Er zijn te weinig antwoorden om ze zonder namen te laten zien. Praat er liever hardop over, in jullie volgende bijeenkomst.',
    en: "There are too few answers to show them without names. It's better to talk about it out loud, at your next meeting.",
  },
  'be.few.kept': {
    nl: 'Wat er was ingevuld, heb ik gewist.',
    en: 'I have erased what was filled in.',
  },
  'be.few.again': {
    nl: 'Terugkijken kan ook hardop, in de laatste vijf minuten van jullie bijeenkomst. Dat kies je bij het plannen.',
    en: 'You can look back out loud too, in the last five minutes of your meeting. You choose that when you plan it.',
  },
  'be.aloud': { nl: 'Liever hardop', en: 'Talk about it instead' },
  'be.aloud.done': { nl: 'Jullie kijken hardop terug', en: 'You are looking back out loud' },
  'be.live': {
    nl: 'Liever hardop? Gebruik de laatste vijf minuten: iedereen noemt één ding dat goed ging en één ding voor de volgende keer. Schrijf jullie afspraak hier op.',
    en: 'Would you rather do this out loud? Use the last five minutes: everyone names one thing that went well and one thing for next time. Write down your agreement here.',
  },
  'be.aloud.how': {
    nl: 'Neem er samen vijf minuten voor: iedereen noemt één ding dat goed ging en één ding voor de volgende keer. Schrijf jullie afspraak hier op.',
    en: 'Take five minutes for it together: everyone names one thing that went well and one thing for next time. Write down your agreement here.',
  },
  'be.form': { nl: 'Toch invullen', en: 'Fill in after all' },
  'be.aloud.now': {
    nl: 'Jullie kijken deze keer hardop terug.',
    en: 'You are looking back out loud this time.',
  },
  'be.aloud.back': {
    nl: 'Jullie kijken deze keer hardop terug. Toch liever invullen? Druk in het kanaal op Toch invullen.',
    en: 'You are looking back out loud this time. Would you rather write? Press Fill in after all in the channel.',
  },
  'be.aloud.kept': {
    nl: 'Dank je, dat is bewaard. Jullie kijken deze keer hardop terug. Alleen als er genoeg antwoorden zijn, zet ik ze bij elkaar in het kanaal, zonder namen. Anders wis ik ze.',
    en: 'Thank you, that is saved. You are looking back out loud this time. Only if there are enough answers will I put them in the channel, all together and without names. Otherwise I will erase them.',
  },
  'be.help': {
    nl: 'opent de evaluatie van de laatste bijeenkomst',
    en: 'opens the evaluation of the last meeting',
  },
  'be.none': {
    nl: 'Er is nog geen bijeenkomst geweest om op terug te kijken.',
    en: 'There has been no meeting to look back on yet.',
  },
  'be.opened': { nl: 'De evaluatie staat open in het kanaal.', en: 'The evaluation is open in the channel.' },
  'be.open.until': {
    nl: 'De evaluatie staat open tot {day}, {time}.',
    en: 'The evaluation is open until {day}, {time}.',
  },
  'err.reach': {
    nl: '{n} mensen bereik ik niet privé. Vraag in het kanaal wie nog niets van mij hoorde.',
    en: "I can't reach {n} people privately. Ask in the channel who has not heard from me.",
  },
  'err.reach.one': {
    nl: '{n} persoon bereik ik niet privé. Vraag in het kanaal wie nog niets van mij hoorde.',
    en: "I can't reach {n} person privately. Ask in the channel who has not heard from me.",
  },
  'be.was': {
    nl: 'Op deze bijeenkomst keken jullie al terug. Kijk in het kanaal.',
    en: 'You already looked back on this meeting. See the channel.',
  },
} as const satisfies Wordings
