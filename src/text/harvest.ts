/** Words of the harvest at the end of the year. The questions are in `instruments/harvest.yaml`. */
import type { Wordings } from './wording.ts'

export const harvestTexts = {
  'harvest.title': { nl: 'De oogst van dit jaar', en: "This year's harvest" },
  'harvest.intro': {
    nl: 'Het jaar is bijna om. Waar zijn jullie blij mee, en hoe willen jullie verder? Vier korte vragen, klaar in een paar minuten.',
    en: 'The year is nearly over. What are you happy with, and how do you want to go on? Four short questions, done in a few minutes.',
  },
  'harvest.tell': { nl: 'Vertel je verhaal', en: 'Tell your story' },
  'harvest.offer': {
    nl: 'Is er iets gebeurd wat je bijblijft? Vertel het kort. Jij kiest wie het leest.',
    en: 'Did something happen that stays with you? Tell it briefly. You choose who reads it.',
  },
  'harvest.told': {
    nl: 'Je verhaal heb ik al. Je kunt het nog veranderen.',
    en: 'I already have your story. You can still change it.',
  },
  'harvest.thanks': {
    nl: 'Dank je wel! Je kunt je antwoorden veranderen tot {day}, {time}. Daarna zet ik alles bij elkaar in het kanaal, zonder namen. Vulden bij een vraag minder dan {n} mensen iets in? Dan wis ik die antwoorden.',
    en: 'Thank you! You can change your answers until {day}, {time}. After that I put it all together in the channel, without names. Where fewer than {n} people filled something in, I erase it.',
  },
  'harvest.remind': {
    nl: 'Terugkijken op het jaar kan nog tot {day}, {time}.',
    en: 'You can still look back on the year until {day}, {time}.',
  },
  'harvest.stopped': {
    nl: 'Ik herinner je niet meer aan de oogst van het jaar.',
    en: "I will no longer remind you of this year's harvest.",
  },
  'harvest.back': {
    nl: 'Goed, ik herinner je weer aan de oogst van het jaar.',
    en: "Fine, I will remind you of this year's harvest again.",
  },
  'harvest.proud': { nl: 'Hier zijn we blij mee', en: 'What we are happy with' },
  'harvest.keep': { nl: 'Dit houden we zo', en: 'What we keep' },
  'harvest.worth': { nl: 'Is het ons de tijd waard?', en: 'Is it worth our time?' },
  'harvest.task': { nl: 'Voorstellen voor volgend jaar', en: 'Proposals for next year' },
  'harvest.stories': { nl: 'Verhalen van dit jaar', en: 'Stories of this year' },
  'harvest.next': {
    nl: 'Vier het samen. En kies, als jullie elkaar weer zien, waar jullie volgend jaar mee aan de slag gaan.',
    en: 'Celebrate it together. And when you next meet, choose what you will work on next year.',
  },
  'harvest.few': {
    nl: 'Er zijn te weinig antwoorden om ze zonder namen te laten zien. Vertel elkaar, als jullie elkaar weer zien, waar je blij mee bent.',
    en: 'There are too few answers to show them without names. When you next meet, tell each other what you are happy with.',
  },

  'story.title': { nl: 'Jouw verhaal', en: 'Your story' },
  'story.how': {
    nl: 'Vertel het kort. Stop gerust waar jouw verhaal ophoudt.',
    en: 'Keep it short. Feel free to stop where your story ends.',
  },
  'story.who': {
    nl: 'Je verhaal staat straks tussen de andere. Ook zonder naam kan iemand herkennen dat het van jou is. Tot {day}, {time}, kun je het veranderen; daarna vind ik een verhaal zonder naam niet meer terug.',
    en: 'Your story will appear among the others. Even without a name, someone may recognise it as yours. Until {day}, {time}, you can change it; after that I can no longer find a story without a name.',
  },
  'story.who.early': {
    nl: 'Ik bewaar je verhaal voor de oogst van dit jaar, in juni. Daar staat het tussen de andere. Ook zonder naam kan iemand herkennen dat het van jou is. Tot de oogst sluit, kun je het veranderen; daarna vind ik een verhaal zonder naam niet meer terug. Komt er dit jaar geen oogst, dan wis ik het.',
    en: "I keep your story for this year's harvest, in June. It will appear there among the others. Even without a name, someone may recognise it as yours. Until the harvest closes you can change it; after that I can no longer find a story without a name. If there is no harvest this year, I will erase it.",
  },
  'story.happened': { nl: 'Wat gebeurde er in het netwerk?', en: 'What happened in the network?' },
  'story.took': { nl: 'Wat haalde jij daaruit?', en: 'What did you take from it?' },
  'story.tried': { nl: 'Wat heb je uitgeprobeerd?', en: 'What did you try out?' },
  'story.noticed': { nl: 'Wat merkte je toen?', en: 'What did you notice then?' },
  'story.share': { nl: 'Mag ik dit delen?', en: 'May I share this?' },
  'story.inside': { nl: 'Alleen in het netwerk', en: 'Only in the network' },
  'story.outside': { nl: 'Ook daarbuiten', en: 'Also outside it' },
  'story.nobody': { nl: 'Liever niet', en: "I'd rather not" },
  'story.name': { nl: 'En met je naam erbij?', en: 'And with your name?' },
  'story.named': { nl: 'Met naam', en: 'With my name' },
  'story.nameless': { nl: 'Zonder naam', en: 'Without my name' },
  'story.kept': {
    nl: 'Dank je wel! Je kunt je verhaal veranderen tot {day}, {time}. Daarna zet ik het in het kanaal.',
    en: 'Thank you! You can change your story until {day}, {time}. After that I put it in the channel.',
  },
  'story.kept.early': {
    nl: 'Dank je wel! Ik bewaar je verhaal tot de oogst van dit jaar.',
    en: "Thank you! I will keep your story until this year's harvest.",
  },
  'story.own': {
    nl: 'Goed, dit blijft van jou. Als de oogst sluit, wis ik het. Wil je het zelf houden? Kopieer het dan hier:',
    en: 'Fine, this stays yours. When the harvest closes, I will erase it. Would you like to keep it yourself? Then copy it from here:',
  },
  'open.harvest': {
    nl: 'Terugkijken op het jaar kan tot {day}, {time}.',
    en: 'You can look back on the year until {day}, {time}.',
  },
  'month.harvest': { nl: 'We keken samen terug op het jaar.', en: 'We looked back on the year together.' },
} as const satisfies Wordings
