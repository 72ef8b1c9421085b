/** Words around the Dimensieraamwerk. Its lines are in `instruments/dimensieraamwerk.yaml`. */
import type { Wordings } from './wording.ts'

export const monitoringTexts = {
  'dsl.name': { nl: 'Dimensieraamwerk', en: 'Dimensieraamwerk' },
  'dsl.help': {
    nl: 'opent het Dimensieraamwerk, of laat zien hoe het ervoor staat',
    en: 'opens the Dimensieraamwerk, or shows where it stands',
  },
  'dsl.intro': {
    nl: 'Twee keer per jaar kijken jullie samen hoe het leren in jullie netwerk gaat. Je zet {n} kruisjes; dat duurt ongeveer vijf minuten. Links en rechts zijn allebei goed: het gaat om wat bij jullie doel past. Tussendoor stoppen kan, ik bewaar wat je al hebt.',
    en: 'Twice a year you look together at how learning in your network is going. You place {n} crosses; this takes about five minutes. Left and right are both fine: what matters is what suits your goal. You can stop halfway; I keep what you have done so far.',
  },
  'dsl.until': {
    nl: 'Kruisjes zetten kan tot {day}, {time}.',
    en: 'You can place crosses until {day}, {time}.',
  },
  'dsl.over': { nl: 'Kruisjes zetten kan niet meer.', en: 'Crosses can no longer be placed.' },
  'dsl.who': {
    nl: 'Het netwerk ziet de kruisjes bij elkaar, zonder namen, vanaf {n} mensen. Je teamleider en netwerkcoach zien hetzelfde als jullie, en niet eerder.',
    en: 'The network sees the crosses together, without names, once at least {n} people have placed theirs. Your team leader and network coach see the same as you do, and no sooner.',
  },
  'dsl.cut': {
    nl: 'Je kunt je kruisjes nog verplaatsen tot {day}, {time}. Daarna horen ze niet meer bij jouw naam en kan niemand ze terugvinden, ook ik niet. Alleen als jij daar zelf voor kiest, blijft je naam erbij staan.',
    en: 'You can still move your crosses until {day}, {time}. After that they no longer belong to your name and nobody can find them again, not even me. Your name stays with them only if you choose that yourself.',
  },
  'dsl.again': {
    nl: 'Je hebt al iets ingevuld. Dat staat hieronder; veranderen mag.',
    en: 'You already filled something in. It is below; you may change it.',
  },
  'dsl.now': {
    nl: 'Waar staan jullie nu, volgens jou?',
    en: 'Where do you think you are now, as a network?',
  },
  'dsl.fits': {
    nl: 'Links past bijvoorbeeld {left}. Rechts past bijvoorbeeld {right}.',
    en: 'Left works well, for example, {left}. Right works well, for example, {right}.',
  },
  'dsl.ways': { nl: '{way}: {count}.', en: '{way}: {count}.' },
  'dsl.wishes': { nl: 'Gewenst', en: 'Wished for' },
  'dsl.wish': {
    nl: 'Waar zouden jullie willen staan, wat jou betreft? (mag leeg blijven)',
    en: 'Where would you like to be, as a network? (you may leave this empty)',
  },
  'dsl.mine': { nl: 'Jouw kruisje nu: {place}.', en: 'Your cross now: {place}.' },
  'dsl.done': {
    nl: 'Dank je wel! Je kunt je kruisjes verplaatsen tot {day}, {time}. Daarna zet ik alles bij elkaar in het kanaal.',
    en: 'Thank you! You can move your crosses until {day}, {time}. After that I put it all together in the channel.',
  },
  'dsl.nothing': {
    nl: 'Prima, geen kruisjes gezet. Het kan alsnog tot {day}, {time}.',
    en: 'Fine, no crosses placed. You still can until {day}, {time}.',
  },
  'dsl.rem': {
    nl: 'Kruisjes zetten kan nog tot {day}, {time}.',
    en: 'You can still place crosses until {day}, {time}.',
  },
  'dsl.stopped': {
    nl: 'Ik herinner je niet meer aan het Dimensieraamwerk.',
    en: 'I no longer remind you of the Dimensieraamwerk.',
  },
  'dsl.back': {
    nl: 'Goed, ik herinner je weer aan het Dimensieraamwerk.',
    en: 'Fine, I will remind you of the Dimensieraamwerk again.',
  },

  'way.unsure': { nl: 'Weet ik niet', en: "I don't know" },
  'way.unfit': { nl: 'Past niet bij ons', en: "Doesn't fit us" },

  'dsl.title': { nl: 'Ons beeld van {month}', en: 'Our picture of {month}' },
  'dsl.result': {
    nl: 'Dit zijn jullie kruisjes bij elkaar. Geen uitslag, maar het begin van jullie gesprek.',
    en: 'These are all your crosses together. Not a result, but the start of your conversation.',
  },
  'dsl.prev': {
    nl: 'Vorige keer schreven jullie: “{conclusion}”. Hoe kijken jullie daar nu naar?',
    en: 'Last time you wrote: “{conclusion}”. How do you see that now?',
  },
  'dsl.prev.agreed': { nl: 'Bij {line}. {agreement}', en: 'With {line}. {agreement}' },
  'dsl.examples': { nl: '{dimension}: waaraan jullie dat merken', en: '{dimension}: how you notice that' },
  'dsl.examples.more': {
    nl: 'De andere voorbeelden lees je bij In woorden.',
    en: 'You can read the other examples under In words.',
  },
  'dsl.people': { nl: '{n} mensen.', en: '{n} people.' },
  'dsl.person': { nl: '{n} persoon.', en: '{n} person.' },
  'dsl.legend': {
    nl: '✕ nu, ○ gewenst. Geen plek is beter.',
    en: '✕ now, ○ wished for. No place is better.',
  },
  'dsl.legend.before': {
    nl: '✕ nu, ○ gewenst, licht: vorige keer. Geen plek is beter.',
    en: '✕ now, ○ wished for, faint: last time. No place is better.',
  },
  'dsl.minimum': {
    nl: 'Waar te weinig mensen iets invulden, laat ik het weg. Zo blijft iedereen vrij.',
    en: 'Where too few people filled something in, I leave it out. That keeps everyone free.',
  },
  'dsl.spread': {
    nl: 'Hier kijken jullie verschillend naar, en dat is interessant: {lines}. Wat ziet de een dat de ander niet ziet?',
    en: 'You see this differently, and that is interesting: {lines}. What does one of you see that another does not?',
  },
  'dsl.close': {
    nl: 'Hier staan de kruisjes dicht bij elkaar: {lines}. Wat vertelt dat over jullie?',
    en: 'Here the crosses are close together: {lines}. What does that say about you?',
  },
  'dsl.gap': {
    nl: 'Hier zit ruimte tussen nu en gewenst: {lines}. Welke kleine stap past bij jullie?',
    en: 'Here there is some space between now and wished for: {lines}. Which small step would suit you?',
  },
  'dsl.all': { nl: 'alle lijnen', en: 'every line' },
  'dsl.follow': { nl: '{line}: {question}', en: '{line}: {question}' },

  'strip.now': { nl: 'Nu', en: 'Now' },
  'strip.wished': { nl: 'Gewenst', en: 'Wished for' },
  'strip.before': { nl: 'Vorige keer', en: 'Last time' },

  'dsl.conclude.button': { nl: 'Conclusie', en: 'Conclusion' },
  'dsl.words.button': { nl: 'In woorden', en: 'In words' },
  'dsl.guide.button': { nl: 'Gesprekshulp', en: 'Conversation help' },
  'dsl.sheet.button': { nl: 'Werkblad', en: 'Worksheet' },
  'dsl.agreed.button': { nl: 'Pas afspraken aan', en: 'Change agreements' },
  'dsl.open.button': { nl: 'Open de ronde', en: 'Open the round' },
  'dsl.not.now.button': { nl: 'Niet nu', en: 'Not now' },

  'dsl.conclude': {
    nl: 'Wat halen jullie hieruit? Schrijf samen één of twee zinnen op, en hooguit twee afspraken.',
    en: 'What do you take from this? Together, write one or two sentences, and at most two agreements.',
  },
  'dsl.conclusion': { nl: 'Jullie conclusie', en: 'Your conclusion' },
  'dsl.conclusion.hint': {
    nl: 'Eén of twee zinnen, in jullie eigen woorden. Iedereen in het netwerk leest ze.',
    en: 'One or two sentences, in your own words. Everyone in the network reads them.',
  },
  'dsl.agreement': { nl: 'Een afspraak (mag leeg blijven)', en: 'An agreement (you may leave this empty)' },
  'dsl.agreement.other': {
    nl: 'Nog een afspraak (mag leeg blijven)',
    en: 'Another agreement (you may leave this empty)',
  },
  'dsl.agreement.line': { nl: 'Bij welke lijn hoort dat?', en: 'Which line does that belong to?' },
  'dsl.agreement.none': { nl: 'Bij geen lijn in het bijzonder', en: 'To no line in particular' },
  'dsl.concluded': {
    nl: 'Genoteerd. Jullie conclusie staat in het kanaal.',
    en: 'Noted. Your conclusion is in the channel.',
  },
  'dsl.moved': {
    nl: 'Iemand anders veranderde dit net. Kijk even mee en verstuur opnieuw.',
    en: 'Somebody else just changed this. Have a look and send again.',
  },
  'dsl.open': {
    nl: 'Het beeld wacht nog op jullie conclusie.',
    en: 'The picture still awaits your conclusion.',
  },
  'dsl.talk': {
    nl: 'Er is een nieuw beeld, en er staat voorlopig geen bijeenkomst gepland om er samen over te praten. Plan je er een?',
    en: 'There is a new picture, and no meeting is planned any time soon to talk about it. Will you plan one?',
  },
  'dsl.coach': {
    nl: 'Van kruisjes naar een afspraak is soms een hele stap. Vraag gerust jullie netwerkcoach erbij.',
    en: 'Getting from crosses to an agreement can be quite a step. Feel free to ask your network coach to join in.',
  },
  'dsl.few': {
    nl: 'Er zijn te weinig kruisjes om ze zonder namen te laten zien. Teken de lijnen op een bord en zet daar samen jullie kruisjes.',
    en: 'There are too few crosses to show them without names. Draw the lines on a board and place your crosses there together.',
  },
  'dsl.few.kept': {
    nl: 'De kruisjes die er waren, heb ik gewist.',
    en: 'I have erased the crosses there were.',
  },
  'dsl.sheet': {
    nl: 'Druk dit af of teken het na, en zet er samen kruisjes op.',
    en: 'Print this or draw it, and place crosses on it together.',
  },
} as const satisfies Wordings
