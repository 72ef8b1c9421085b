/** Words around the retro. The questions of its forms are in `instruments/retros/`. */
import type { Wordings } from './wording.ts'

export const retroTexts = {
  'retro.help': {
    nl: 'begint een retro: samen terugkijken, in een vorm die jij kiest',
    en: 'starts a retro: looking back together, in a form you choose',
  },
  'retro.title': { nl: 'Retro', en: 'Retro' },
  'retro.offer': {
    nl: 'Samen terugkijken? Kies een vorm en een tempo.',
    en: 'Look back together? Choose a form and a pace.',
  },
  'retro.tip': {
    nl: 'Tip: stel vragen en wacht nog even met oplossingen. Begin gerust met iets wat jou zelf niet lukte.',
    en: 'Tip: ask questions and hold back on solutions for now. Feel free to start with something that did not work out for you.',
  },
  'retro.unknown': {
    nl: 'Die vorm ken ik niet. Kies straks een andere.',
    en: "I don't know that form. You can choose another one.",
  },
  'retro.begin': { nl: 'Begin een retro', en: 'Start a retro' },
  'retro.which': { nl: 'Welke vorm?', en: 'Which form?' },
  'retro.option': { nl: '{title} (ongeveer {n} minuten)', en: '{title} (about {n} minutes)' },
  'retro.pace': { nl: 'In welk tempo?', en: 'At what pace?' },
  'retro.now': { nl: 'nu, tijdens een bijeenkomst', en: 'now, during a meeting' },
  'retro.days': {
    nl: 'rustig, verspreid over drie schooldagen',
    en: 'calmly, spread over three school days',
  },
  'retro.who.starts': { nl: 'Wie mag hier een retro beginnen?', en: 'Who may start a retro here?' },
  'retro.who.lead': { nl: 'de teamleider en de netwerkcoach', en: 'the team leader and the network coach' },
  'retro.who.all': { nl: 'iedereen die meedoet', en: 'everyone who takes part' },
  'retro.started': {
    nl: 'De retro staat in het kanaal. Druk op Regie om naar de volgende stap te gaan.',
    en: 'The retro is in the channel. Press Lead to go to the next step.',
  },

  'retro.invite': {
    nl: '{name} nodigt jullie uit om samen even terug te kijken. Meedoen mag, hoeft niet.',
    en: "{name} invites you to look back together for a moment. You are welcome to join in; you don't have to.",
  },
  'retro.invite.nobody': {
    nl: 'Jullie kijken samen even terug. Meedoen mag, hoeft niet.',
    en: "You are looking back together for a moment. You are welcome to join in; you don't have to.",
  },
  'retro.last': {
    nl: 'Dit spraken jullie eerder af. Hoe ging dat?',
    en: 'You agreed on this before. How did it go?',
  },
  'retro.question': { nl: 'De vraag: {question}', en: 'The question: {question}' },
  'retro.count': { nl: '{n} briefjes', en: '{n} notes' },
  'retro.count.one': { nl: '{n} briefje', en: '{n} note' },
  'retro.count.taps': { nl: '{n} mensen hebben gekozen', en: '{n} people have chosen' },
  'retro.count.taps.one': { nl: '{n} persoon heeft gekozen', en: '{n} person has chosen' },
  'retro.hidden': {
    nl: 'Tot iedereen tegelijk kijkt, ziet niemand wat er staat. Ook de teamleider niet.',
    en: 'Until everyone looks at once, nobody sees what is written. Not even the team leader.',
  },
  'retro.reveals': {
    nl: 'Meedoen kan tot {day}, {time}, of tot degene die de retro leidt verdergaat. Dan komt alles tegelijk in het kanaal.',
    en: 'You can join in until {day}, {time}, or until whoever leads the retro goes on. Then everything appears in the channel at once.',
  },
  'retro.leads': { nl: '{name} leidt deze retro.', en: '{name} leads this retro.' },
  'retro.leads.nobody': { nl: 'Niemand leidt deze retro nu.', en: 'Nobody leads this retro now.' },
  'retro.board.more': {
    nl: 'Er staat meer. Lees alles met de knop hieronder.',
    en: 'There is more. Read it all with the button below.',
  },
  'retro.few': {
    nl: 'Te weinig mensen schreven iets om het zonder namen te laten zien. Ga samen hardop verder.',
    en: 'Too few people wrote something to show it without names. Go on together, out loud.',
  },
  'retro.empty': {
    nl: 'Er staat niets op het bord. Ga samen hardop verder.',
    en: 'The board is empty. Go on together, out loud.',
  },
  'retro.named': {
    nl: 'Iedereen die schreef, zette de eigen naam erbij.',
    en: 'Everyone who wrote added their name.',
  },
  'retro.below': { nl: 'Dit gaat verder in een nieuw bericht.', en: 'This goes on in a new message.' },
  'retro.tap.little': { nl: 'te weinig', en: 'too little' },
  'retro.tap.right': { nl: 'precies goed', en: 'just right' },
  'retro.tap.much': { nl: 'te veel', en: 'too much' },
  'retro.tap.most': { nl: 'Vaak gekozen: {values}.', en: 'Often chosen: {values}.' },
  'retro.tap.split': {
    nl: 'Hier kiezen jullie verschillend: {values}.',
    en: 'Here you choose differently: {values}.',
  },
  'retro.tap.also': { nl: 'Ook gekozen: {values}.', en: 'Also chosen: {values}.' },
  'retro.tap.few': {
    nl: 'Te weinig mensen kozen hier iets om het te laten zien.',
    en: 'Too few people chose something here to show it.',
  },
  'retro.tip.for': { nl: 'Tip bij {value}: {tip}', en: 'Tip for {value}: {tip}' },
  'retro.dots': {
    nl: 'Zet hooguit {n} stippen. De stippen blijven verborgen tot jullie verdergaan: •••',
    en: 'Place {n} dots at most. The dots stay hidden until you go on: •••',
  },
  'retro.order': {
    nl: 'De volgorde volgt jullie stippen. Alles blijft staan.',
    en: 'The order follows your dots. Nothing is left out.',
  },
  'retro.unordered': {
    nl: 'Te weinig mensen zetten stippen om een volgorde te laten zien. Kies samen hardop waar jullie beginnen.',
    en: 'Too few people placed dots to show an order. Choose together, out loud, where you begin.',
  },
  'retro.topic': { nl: 'Nu: {name}', en: 'Now: {name}' },
  'retro.topic.now': { nl: 'Nu', en: 'Now' },
  'retro.topic.others': { nl: 'De andere onderwerpen', en: 'The other topics' },
  'retro.deeper': {
    nl: 'Doorvragen: Waaraan merk je dat? / Waar denk je dan aan? / Hoe kun je er ook naar kijken?',
    en: 'Ask further: How do you notice that? / What comes to mind? / How else could you look at it?',
  },
  'retro.ends': { nl: 'Jullie praten tot {time}.', en: 'You talk until {time}.' },
  'retro.card.free': { nl: 'nog vrij', en: 'still free' },
  'retro.card.yours': {
    nl: 'Jij let de volgende keer op {eye}. Komt dat te weinig aan bod? Zeg het gerust.',
    en: 'Next time you keep an eye on {eye}. Is it getting too little room? Feel free to say so.',
  },
  'retro.card.back': { nl: 'Je hebt de kaart teruggelegd.', en: 'You have put the card back.' },
  'retro.card.taken': { nl: '{name} heeft deze kaart al.', en: '{name} already has this card.' },

  'retro.who': {
    nl: 'Briefjes komen zonder namen op het bord, allemaal tegelijk, als minstens {n} mensen iets schrijven. Zolang jullie schrijven, kun je ze veranderen. Als de retro sluit, knip ik je naam er voorgoed van los.',
    en: 'Notes go on the board without names, all at once, if at least {n} people write something. While you are writing, you can change them. When the retro closes, I cut your name off for good.',
  },
  'retro.who.taps': {
    nl: 'Wat jullie kiezen, komt zonder namen in het kanaal, alles tegelijk, als minstens {n} mensen kiezen. Als de retro sluit, knip ik je naam er voorgoed van los.',
    en: 'What you choose appears in the channel without names, all at once, if at least {n} people choose. When the retro closes, I cut your name off for good.',
  },
  'retro.who.style': {
    nl: 'In een kleine groep kan iemand jouw manier van schrijven herkennen.',
    en: 'In a small group, someone may recognise the way you write.',
  },
  'retro.name': {
    nl: 'Jullie zijn met weinig. Schrijven er minder dan {n} mensen, dan komen de briefjes alleen op het bord als iedereen die schrijft de eigen naam erbij zet. Doe je dat?',
    en: 'There are only a few of you. If fewer than {n} people write, notes only go on the board if everyone who writes adds their name. Will you?',
  },
  'retro.name.yes': { nl: 'Ja, mijn naam mag erbij', en: 'Yes, add my name' },
  'retro.name.no': { nl: 'Liever niet', en: "I'd rather not" },
  'retro.note.yours': { nl: 'Jouw briefje: {label}', en: 'Your note: {label}' },
  'retro.note.clear': { nl: 'Maak leeg om het weg te halen.', en: 'Clear the text to remove it.' },
  'retro.note.more': { nl: 'Schrijf er nog één', en: 'Write another' },
  'retro.note.full': {
    nl: 'Je hebt {n} briefjes, en dat is genoeg voor één bord. Veranderen mag.',
    en: 'You have {n} notes, and that is enough for one board. You may change them.',
  },
  'retro.saved': { nl: 'Bewaard. Jij hebt nu {n} briefjes.', en: 'Saved. You now have {n} notes.' },
  'retro.saved.one': { nl: 'Bewaard. Jij hebt nu {n} briefje.', en: 'Saved. You now have {n} note.' },
  'retro.saved.none': {
    nl: 'Prima, niets opgeschreven. Het kan nog.',
    en: 'Fine, nothing written down. You still can.',
  },
  'retro.saved.taps': {
    nl: 'Bewaard. Veranderen kan tot jullie kijken.',
    en: 'Saved. You can change it until you look.',
  },
  'retro.saved.dots': {
    nl: 'Bewaard. Verzetten kan tot jullie verdergaan.',
    en: 'Saved. You can move them until you go on.',
  },
  'retro.moved.notes': {
    nl: 'Je veranderde deze briefjes net ook ergens anders. Kijk even en verstuur opnieuw.',
    en: 'You also changed these notes somewhere else just now. Have a look and send again.',
  },
  'retro.late': {
    nl: 'Deze stap is voorbij. Zeg het gerust hardop, of vraag om een stap terug. Wat je verstuurde, is bewaard.',
    en: 'This step is over. Feel free to say it out loud, or ask to go one step back. What you sent is kept.',
  },
  'retro.late.dots': {
    nl: 'Jullie zijn al een stap verder, dus deze stippen tellen niet meer mee. Zeg gerust hardop waar je over wilt praten.',
    en: 'You are already one step further, so these dots no longer count. Feel free to say out loud what you would like to talk about.',
  },
  'retro.late.text': {
    nl: 'Jullie zijn al een stap verder. Zeg het gerust hardop, of vraag om een stap terug en verstuur dan. Je tekst staat er nog.',
    en: 'You are already one step further. Feel free to say it out loud, or ask to go one step back and then send it. Your text is still here.',
  },
  'retro.yours.dots': { nl: 'Waar wil jij over praten?', en: 'What would you like to talk about?' },
  'retro.yours.more': { nl: 'En van deze?', en: 'And of these?' },
  'retro.open.write': {
    nl: 'Jullie retro loopt. Je kunt nog iets opschrijven.',
    en: 'Your retro is running. You can still write something down.',
  },
  'retro.open.dots': {
    nl: 'Jullie retro loopt. Je kunt nog kiezen waar jullie over praten.',
    en: 'Your retro is running. You can still choose what to talk about.',
  },
  'retro.open.lead': { nl: 'Jij leidt de retro.', en: 'You lead the retro.' },
} as const satisfies Wordings

export const retroLeadTexts = {
  'retro.lead': { nl: 'Regie', en: 'Lead' },
  'retro.take': { nl: 'Neem over', en: 'Take over' },
  'retro.took': {
    nl: 'Jij leidt nu de retro. Druk op Regie om naar de volgende stap te gaan.',
    en: 'You now lead the retro. Press Lead to go to the next step.',
  },
  'retro.phase.collect': { nl: 'Schrijven', en: 'Writing' },
  'retro.phase.reveal': { nl: 'Lezen', en: 'Reading' },
  'retro.phase.group': { nl: 'Bij elkaar leggen', en: 'Putting together' },
  'retro.phase.choose': { nl: 'Kiezen', en: 'Choosing' },
  'retro.phase.talk': { nl: 'Praten', en: 'Talking' },
  'retro.phase.close': { nl: 'Afronden', en: 'Closing' },
  'retro.here': { nl: 'Jullie zijn hier: {phase}.', en: 'You are here: {phase}.' },
  'retro.do': { nl: 'Wat wil je doen?', en: 'What would you like to do?' },
  'retro.next': {
    nl: 'Verder: iedereen ziet dan de volgende stap. Vorige: er gaat niets verloren.',
    en: 'Next: everyone then sees the next step. Back: nothing gets lost.',
  },
  'retro.do.pile': { nl: 'Maak een stapel', en: 'Make a pile' },
  'retro.do.split': { nl: 'Haal een stapel uit elkaar', en: 'Take a pile apart' },
  'retro.do.time': { nl: 'Kies een eindtijd', en: 'Choose an end time' },
  'retro.do.hand': { nl: 'Geef de leiding door', en: 'Hand over to somebody else' },
  'retro.do.finish': { nl: 'Rond af', en: 'Close' },
  'retro.moved': {
    nl: 'De retro is intussen verder. Kijk waar jullie zijn en kies opnieuw.',
    en: 'The retro has moved on meanwhile. See where you are and choose again.',
  },
  'retro.now.at': { nl: 'Iedereen ziet nu: {phase}.', en: 'Everyone now sees: {phase}.' },
  'retro.now.topic': {
    nl: 'Nu praten jullie over “{topic}”. Er liggen er nog {n}. Die hoeven niet allemaal.',
    en: "Now you talk about “{topic}”. There are {n} more. You don't have to do them all.",
  },
  'retro.now.topic.one': {
    nl: 'Nu praten jullie over “{topic}”. Er ligt er nog één.',
    en: 'Now you talk about “{topic}”. There is one more.',
  },
  'retro.now.last': {
    nl: 'Nu praten jullie over “{topic}”. Dit is het laatste onderwerp.',
    en: 'Now you talk about “{topic}”. This is the last topic.',
  },
  'retro.done': { nl: 'Gelukt. Het staat in het kanaal.', en: 'Done. It is in the channel.' },
  'retro.pile.which': { nl: 'Wat leg je bij elkaar?', en: 'What do you put together?' },
  'retro.pile.more': { nl: 'En van deze?', en: 'And of these?' },
  'retro.pile.name': { nl: 'Hoe heet de stapel?', en: 'What is the pile called?' },
  'retro.split.which': {
    nl: 'Welke stapel? De briefjes liggen daarna weer los.',
    en: 'Which pile? Its notes will lie by themselves again.',
  },
  'retro.time': {
    nl: 'Tot hoe laat praten jullie? Laat leeg voor geen eindtijd.',
    en: 'Until what time will you talk? Leave empty for no end time.',
  },
  'retro.hand': { nl: 'Wie neemt het over?', en: 'Who takes over?' },
  'retro.handed': { nl: '{name} leidt nu de retro.', en: '{name} now leads the retro.' },
  'retro.hand.word': {
    nl: '{name} geeft de leiding van de retro aan jou door. Druk op Regie om naar de volgende stap te gaan.',
    en: '{name} hands the retro over to you. Press Lead to go to the next step.',
  },
  'retro.points': {
    nl: 'In jullie eigen woorden. Eén is genoeg.',
    en: 'In your own words. One is enough.',
  },
  'retro.unseen': {
    nl: 'Wat nog niemand zag, wis ik als je afrondt.',
    en: 'What nobody has seen yet, I erase when you close.',
  },
  'retro.agree': {
    nl: 'Hooguit twee afspraken. Het mag ook niet.',
    en: 'At most two agreements. None is fine too.',
  },
  'retro.agree.first': { nl: 'Eerste afspraak', en: 'First agreement' },
  'retro.agree.second': { nl: 'Tweede afspraak', en: 'Second agreement' },
  'retro.finished': { nl: 'De retro is afgerond. Dank je wel!', en: 'The retro is closed. Thank you!' },
  'retro.thanks': {
    nl: 'Dank jullie wel! Dit nemen jullie mee:',
    en: 'Thank you! You take this with you:',
  },
  'retro.thanks.who': {
    nl: 'Wie brengt het de volgende keer weer ter sprake?',
    en: 'Who will bring it up again next time?',
  },
  'retro.thanks.none': {
    nl: 'Dank jullie wel! De retro is afgerond.',
    en: 'Thank you! The retro is closed.',
  },
  'retro.closed': {
    nl: 'De retro is gesloten. Wat jullie zagen, blijft.',
    en: 'The retro is closed. What you saw stays.',
  },
  'retro.erased': { nl: 'Wat niemand zag, heb ik gewist.', en: 'I have erased what nobody saw.' },
  'retro.sleep': {
    nl: 'De retro staat nog open. Doe je niets, dan sluit hij vanzelf op {day}.',
    en: 'The retro is still open. If you do nothing, it closes by itself on {day}.',
  },
  'retro.ahead': { nl: 'Dit namen jullie mee uit de retro', en: 'What you took with you from the retro' },
  'retro.ahead.cards': { nl: 'Hier letten jullie op', en: 'What you keep an eye on' },
  'retro.month': {
    nl: 'We keken op {day} samen terug: {title}.',
    en: 'We looked back together on {day}: {title}.',
  },
} as const satisfies Wordings
