/** Words around the rounds of the Dimensieraamwerk: when they come, own lines, talking about a picture. */
import type { Wordings } from './wording.ts'

export const monitorTexts = {
  'dsl.table.button': { nl: 'Als tabel', en: 'As a table' },
  'guide.title': { nl: 'Zo praat je over het beeld', en: 'How to talk about the picture' },
  'guide.how': {
    nl: "Denk eerst zelf na, praat dan met z'n tweeën en daarna met de groep.",
    en: 'Think about it alone first, then talk in pairs, then with the group.',
  },
  'guide.oma': {
    nl: 'Laat OMA thuis: oordelen, meningen, adviezen. Houd ze even voor je, tot iemand erom vraagt.',
    en: 'Leave judgements, opinions and advice at home. Keep them to yourself until someone asks.',
  },
  'guide.turn': {
    nl: 'Iedereen komt aan het woord, niemand te lang.',
    en: 'Everyone gets a turn, and nobody for too long.',
  },
  'guide.task': {
    nl: 'Praat over het werk, niet over de persoon. Niemand hoeft te zeggen welk kruisje van wie is.',
    en: 'Talk about the work, not about the person. Nobody has to say which cross is whose.',
  },
  'guide.diff': {
    nl: 'Staat er ergens één kruisje apart? Laat het staan. Wie het anders ziet, ziet vaak iets wat de rest mist.',
    en: 'Does one cross stand apart somewhere? Leave it there. Whoever sees it differently often sees what others miss.',
  },
  'guide.deeper': {
    nl: 'Doorvragen: Waaraan merk je dat? Waar denk je dan aan? Hoe kun je er ook naar kijken?',
    en: 'Ask further: How do you notice that? What comes to mind? How else could you look at it?',
  },
  'dsl.head': {
    nl: 'Op {date} start het Dimensieraamwerk, tien schooldagen lang. Komt dat uit?',
    en: 'On {date} the Dimensieraamwerk starts, for ten school days. Does that suit you?',
  },
  'dsl.head.fine': { nl: 'Goed zo', en: 'Fine' },
  'dsl.head.on': {
    nl: 'Goed, het begint op {date}.',
    en: 'Fine, it starts on {date}.',
  },
  'dsl.head.off': {
    nl: 'Goed, deze keer niet. Typ “monitor” om er zelf een te beginnen, wanneer jullie willen.',
    en: 'Fine, not this time. Type “monitor” to start one yourself, whenever you like.',
  },
  'dsl.head.date': { nl: 'Op welke dag begint het?', en: 'On which day does it start?' },
  'dsl.head.hint': {
    nl: 'Het staat daarna tien schooldagen open.',
    en: 'It is then open for ten school days.',
  },
  'dsl.head.tomorrow': { nl: 'Kies een dag vanaf morgen.', en: 'Choose a day from tomorrow on.' },
  'dsl.head.far': {
    nl: 'Dat is te ver weg. Kies een dag binnen vier maanden.',
    en: 'That is too far away. Choose a day within four months.',
  },
  'dsl.head.free': {
    nl: 'Op die dag zijn jullie vrij. Kies een schooldag.',
    en: 'You are off on that day. Choose a school day.',
  },
  'dsl.coming': {
    nl: 'De volgende ronde begint vanzelf op {day}.',
    en: 'The next round starts by itself on {day}.',
  },
  'own.title': { nl: 'Jullie eigen lijnen', en: 'Your own lines' },
  'own.add': { nl: 'Eigen lijn', en: 'Line of your own' },
  'own.drop': { nl: 'Haal een lijn weg', en: 'Remove a line' },
  'own.how': {
    nl: 'Mis je een vraag die bij jullie past? Samen kunnen jullie er hooguit drie toevoegen. Kies twee kanten die allebei goed kunnen zijn. Het netwerk ziet de lijn eerst.',
    en: 'Is there a question missing that suits you? Together you can add up to three. Choose two sides that can both be fine. The network sees the line first.',
  },
  'own.name': { nl: 'Hoe heet de lijn?', en: 'What is the line called?' },
  'own.explanation': {
    nl: 'Welke vraag hoort erbij? (mag leeg blijven)',
    en: 'Which question goes with it? (you may leave this empty)',
  },
  'own.left': { nl: 'Wat staat er links?', en: 'What does it say on the left?' },
  'own.right': { nl: 'Wat staat er rechts?', en: 'What does it say on the right?' },
  'own.three': {
    nl: 'Jullie hebben al drie eigen lijnen. Haal er gerust één weg, dan past er weer een bij.',
    en: 'You already have three lines of your own. Feel free to remove one; then there is room for another.',
  },
  'own.proposed': {
    nl: 'Voorstel voor een eigen lijn in het Dimensieraamwerk: {title}',
    en: 'Proposal for a line of your own in the Dimensieraamwerk: {title}',
  },
  'own.proposed.you': {
    nl: 'Je lijn staat in het kanaal. Het netwerk heeft minstens drie schooldagen om ernaar te kijken. Kiest niemand Liever niet, dan doet hij mee in de volgende ronde.',
    en: "Your line is in the channel. The network has at least three school days to look at it. If nobody chooses I'd rather not, it is part of the next round.",
  },
  'own.object': {
    nl: 'Liever niet? Eén druk op de knop is genoeg, tot de volgende ronde begint. Niemand ziet van wie.',
    en: 'Rather not? One press is enough, until the next round begins. Nobody sees whose it was.',
  },
  'own.in': { nl: 'Deze lijn doet mee.', en: 'This line takes part.' },
  'own.out': {
    nl: 'Deze lijn blijft eruit. Praat er gerust samen over.',
    en: 'This line stays out. Feel free to talk about it together.',
  },
  'own.out.you': {
    nl: 'Goed, deze lijn blijft eruit. Niemand ziet dat het van jou kwam.',
    en: 'Fine, this line stays out. Nobody sees that it came from you.',
  },
  'own.late': {
    nl: 'Deze lijn doet al mee. Je mag hem overslaan; je teamleider of netwerkcoach kan hem weghalen.',
    en: 'This line takes part already. You may skip it; your team leader or network coach can remove it.',
  },
  'own.none': { nl: 'Er zijn geen eigen lijnen.', en: 'There are no lines of your own.' },
  'own.which': { nl: 'Welke lijn mag weg?', en: 'Which line may go?' },
  'own.dropped': {
    nl: 'Goed, die vraag ik niet meer. Wat jullie al zagen, blijft.',
    en: 'Fine, I will no longer ask that. What you already saw stays.',
  },
  'dsl.ask': {
    nl: 'Nu een ronde openen? Jullie zijn met {n}, en het duurt ongeveer vijf minuten per persoon. Kruisjes zetten kan dan tot {day}, {time}.',
    en: 'Open a round now? There are {n} of you, and it takes each of you about five minutes. Crosses can then be placed until {day}, {time}.',
  },
  'dsl.ask.few': {
    nl: 'Nu een ronde openen? Er doen nog geen {n} mensen mee. Blijft dat zo, dan kan ik de kruisjes niet zonder namen laten zien, en krijgen jullie een werkblad. Kruisjes zetten kan dan tot {day}, {time}.',
    en: 'Open a round now? Fewer than {n} people take part so far. If that stays so, I cannot show the crosses without names, and you get a worksheet. Crosses can then be placed until {day}, {time}.',
  },
  'dsl.ask.own': { nl: 'Met jullie eigen lijnen: {lines}.', en: 'With your own lines: {lines}.' },
  'dsl.not.now': {
    nl: 'Prima, er is niets geopend. Typ “monitor” om er later een te openen.',
    en: 'Fine, nothing was opened. Type “monitor” to open one later.',
  },
  'dsl.opened': {
    nl: 'Ik heb nu een ronde geopend voor iedereen. Kruisjes zetten kan tot {day}, {time}.',
    en: 'I have now opened a round for everyone. You can place crosses until {day}, {time}.',
  },
  'dsl.stands': {
    nl: 'Het Dimensieraamwerk staat open tot {day}, {time}.',
    en: 'The Dimensieraamwerk is open until {day}, {time}.',
  },
  'dsl.recent': {
    nl: 'Jullie laatste beeld is van {day}. Neem gerust de tijd om erover te praten.',
    en: 'Your latest picture is from {day}. Do take your time to talk about it.',
  },
  'dsl.before': { nl: 'De vorige ronde sloot op {day}.', en: 'The last round closed on {day}.' },
  'dsl.trends': {
    nl: 'Jullie beelden naast elkaar. Wat zien jullie zelf?',
    en: 'Your pictures side by side. What do you see yourselves?',
  },
  'dsl.trends.none': { nl: 'Er is nog geen beeld van eerder.', en: 'There is no earlier picture yet.' },
  'dsl.table': {
    nl: 'Alle beelden van jullie netwerk als tabel. Het is van jullie: overleg samen voor je het deelt.',
    en: 'All pictures of your network as a table. It belongs to all of you: talk it over before you share it.',
  },
  'dsl.table.round': { nl: 'Beeld', en: 'Picture' },
  'dsl.table.line': { nl: 'Lijn', en: 'Line' },
  'dsl.table.left': { nl: 'Linkerkant', en: 'Left side' },
  'dsl.table.right': { nl: 'Rechterkant', en: 'Right side' },
  'dsl.table.row': { nl: 'Wat', en: 'What' },
  'dsl.file': { nl: 'dimensieraamwerk.csv', en: 'dimensieraamwerk.csv' },
  'open.monitoring': {
    nl: 'Kruisjes zetten kan tot {day}, {time}.',
    en: 'You can place crosses until {day}, {time}.',
  },
  'month.monitoring': {
    nl: 'We zetten onze kruisjes bij elkaar in het Dimensieraamwerk.',
    en: 'We put our crosses together in the Dimensieraamwerk.',
  },
} as const satisfies Wordings
