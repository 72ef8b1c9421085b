/** Words of the monthly summary and of the version to share. */
import type { Wordings } from './wording.ts'

export const summaryTexts = {
  'ms.help': { nl: 'het bericht over de afgelopen maand', en: 'the message about the past month' },
  'ms.title': { nl: 'Ons netwerk in {month}', en: 'Our network in {month}' },
  'ms.two': { nl: '{first} en {last}', en: '{first} and {last}' },
  'ms.months': { nl: '{first} tot en met {last}', en: '{first} to {last}' },
  'ms.did': { nl: 'Dit deden we', en: 'What we did' },
  'ms.proud': { nl: 'Hier zijn we blij mee', en: 'What we are happy with' },
  'ms.value': { nl: 'Dit leverde het op', en: 'What it brought' },
  'ms.stories': { nl: 'Verhalen van dit jaar', en: 'Stories of this year' },
  'ms.agreed': { nl: 'Dit spraken we af', en: 'What we agreed' },
  'ms.talk': { nl: 'Hierover praten we verder', en: 'What we will keep talking about' },
  'ms.card': { nl: 'Vraag van de maand', en: 'Question of the month' },
  'ms.next': { nl: 'Binnenkort', en: 'Coming up' },
  'ms.quiet': {
    nl: 'Een rustige maand: deze keer geen maandbericht.',
    en: 'A quiet month: no summary this time.',
  },
  'ms.share': {
    nl: 'Dit bericht is van jullie. Willen jullie er op school iets van laten zien? Kies samen wat je deelt.',
    en: 'This message is yours. Would you like to show some of it at school? Decide together what you share.',
  },
  'ms.more': {
    nl: 'Er is meer. Lees het met de knop hieronder.',
    en: 'There is more. Read it with the button below.',
  },
  'ms.make': { nl: 'Maak deelversie', en: 'Version to share' },

  'ms.pre': { nl: 'Morgen plaats ik dit.', en: 'Tomorrow I will post this.' },
  'ms.pre.day': { nl: 'Op {day} plaats ik dit.', en: 'On {day} I will post this.' },
  'ms.pre.how': {
    nl: 'Past er iets niet? Laat het weg met Pas aan. Doe je niets, dan plaats ik het zo.',
    en: "Is there something that doesn't fit? Leave it out with Change. If you do nothing, I will post it like this.",
  },
  'ms.fine': { nl: 'Goed zo', en: 'Fine' },
  'ms.fine.done': { nl: 'Goed, dan plaats ik het zo.', en: 'Good, I will post it like this.' },
  'ms.changed': { nl: 'Aangepast. Zo plaats ik het.', en: 'Changed. I will post it like this.' },
  'ms.changed.before': {
    nl: 'Iemand paste dit al aan. Zo plaats ik het.',
    en: 'Somebody already changed this. I will post it like this.',
  },
  'ms.form': { nl: 'Maandbericht', en: 'Monthly summary' },
  'ms.form.how': {
    nl: 'Haal het vinkje weg bij wat je weglaat. Iets toevoegen kan hier niet: het bericht is van jullie allemaal.',
    en: 'Untick what you leave out. You cannot add anything here: the message belongs to all of you.',
  },
  'ms.form.one': { nl: 'Laat minstens één regel staan.', en: 'Keep at least one line.' },
  'ms.posted': { nl: 'Dit bericht staat in het kanaal.', en: 'This message is in the channel.' },

  'ms.none': {
    nl: 'Er is nog geen maandbericht. Het komt op de eerste schooldag van de maand, als er iets te vertellen is.',
    en: 'There is no monthly summary yet. It comes on the first school day of the month, when there is something to tell.',
  },
  'ms.coming': {
    nl: 'Zo ziet het volgende bericht er nu uit.',
    en: 'This is what the next message looks like now.',
  },
  'ms.coming.none': {
    nl: 'Voor het volgende bericht is er nog niets te vertellen.',
    en: 'There is nothing to tell in the next message yet.',
  },
  'ms.now': { nl: 'Plaats nu', en: 'Post now' },
  'ms.now.how': {
    nl: 'Haal het vinkje weg bij wat je weglaat. Met Verstuur plaats ik het bericht nu.',
    en: 'Untick what you leave out. Press Send and I will post the message now.',
  },
  'ms.now.moved': {
    nl: 'Er kwam net iets bij. Kijk even mee en verstuur opnieuw.',
    en: 'Something was just added. Have a look and send again.',
  },
  'ms.latest': { nl: 'Vorige bericht', en: 'Previous message' },

  'month.met': { nl: 'We kwamen bij elkaar op {day}.', en: 'We met on {day}.' },
  'month.met.back': {
    nl: 'We kwamen bij elkaar op {day} en keken daarna terug.',
    en: 'We met on {day} and looked back afterwards.',
  },
  'month.together': {
    nl: 'Een vraag voor ons samen: {question}',
    en: 'A question for all of us: {question}',
  },
  'month.direct': { nl: 'Waar kregen we samen energie van?', en: 'What gave us energy together?' },
  'month.potential': {
    nl: 'Wat ligt er nu klaar waar we op kunnen voortbouwen?',
    en: 'What is ready now for us to build on?',
  },
  'month.applied': {
    nl: 'Wat zijn we samen anders gaan doen?',
    en: 'What have we started doing differently together?',
  },
  'month.realised': {
    nl: 'Wat merken we ervan op onze scholen?',
    en: 'What have we noticed in our schools?',
  },
  'month.transform': {
    nl: 'Wat willen we veranderen aan hoe we samen leren?',
    en: 'What do we want to change about how we learn together?',
  },
  'month.done': { nl: 'Gelukt: {agreement}', en: 'Done: {agreement}' },
  'month.by': { nl: '{agreement} (voor {when})', en: '{agreement} (by {when})' },
  'month.runs': { nl: '{agreement}: loopt nog', en: '{agreement}: ongoing' },
  'month.next': { nl: 'Bijeenkomst: {when}', en: 'Meeting: {when}' },

  'share.title': { nl: 'Een deelversie voor de school', en: 'A version for the school' },
  'share.prop': {
    nl: 'Iemand wil dit op school laten zien. Liever niet? Druk op de knop, tot {day}, {time}. Eén keer is genoeg, en niemand ziet van wie.',
    en: 'Somebody would like to show this at school. Rather not? Press the button before {day}, {time}. Once is enough, and nobody sees whose it was.',
  },
  'share.stop': {
    nl: 'Dit blijft hier. Praat er samen over.',
    en: 'This stays here. Talk about it together.',
  },
  'share.ready': {
    nl: 'Niemand koos Liever niet. Hier is de tekst; je kunt hem kopiëren. Ik verstuur hem niet.',
    en: "Nobody chose I'd rather not. Here is the text; you can copy it. I will not send it.",
  },
  'share.form': { nl: 'Deelversie', en: 'Version to share' },
  'share.form.how': {
    nl: 'Vink aan wat jullie op school laten zien. Ik leg het drie schooldagen voor aan het netwerk. Namen gaan niet mee.',
    en: 'Tick what you would show at school. I will put it to the network for three school days. Names are left out.',
  },
  'share.form.one': { nl: 'Vink minstens één regel aan.', en: 'Tick at least one line.' },
  'share.proposed': {
    nl: 'Dank je. Het voorstel staat in het kanaal.',
    en: 'Thank you. The proposal is in the channel.',
  },
  'share.busy': {
    nl: 'Er ligt al een voorstel in het kanaal. Liever niet? Dat kan tot {day}, {time}.',
    en: 'There is a proposal in the channel already. Rather not? You can say so until {day}, {time}.',
  },
  'share.stopped': {
    nl: 'Goed, dit blijft hier. Niemand ziet van wie dat komt.',
    en: 'Fine, this stays here. Nobody sees whose wish that was.',
  },
  'share.over': {
    nl: 'Niemand koos Liever niet. Wie dit voorstelde, krijgt de tekst.',
    en: "Nobody chose I'd rather not. Whoever proposed this gets the text.",
  },
  'share.late': {
    nl: 'Dit kan niet meer: de drie schooldagen zijn voorbij. Praat er gerust samen over.',
    en: 'This is no longer possible: the three school days are over. Feel free to talk about it together.',
  },
} as const satisfies Wordings
