/** Words around starting and setting a network, and who is who in it. */
import type { Wordings } from './wording.ts'

export const setupTexts = {
  'arrive.hi': {
    nl: 'Hoi, ik ben Dubbelloop. Ik help een netwerk om samen te leren. Wie begint?',
    en: 'Hi, I am Dubbelloop. I help a network learn together. Who would like to start?',
  },
  'arrive.begun': {
    nl: 'Hoi, ik ben Dubbelloop. Ik help jullie netwerk om samen te leren.',
    en: 'Hi, I am Dubbelloop. I help your network learn together.',
  },
  'gone.back': {
    nl: 'Ik kan weer in jullie kanaal. Wat bleef liggen, komt nu nog.',
    en: 'I can reach your channel again. What was left waiting comes now.',
  },
  'arrive.begin': { nl: 'Beginnen', en: 'Start' },
  'setup.help': { nl: 'maakt mij klaar voor jullie netwerk', en: 'gets me ready for your network' },
  'setup.title': { nl: 'Jullie netwerk', en: 'Your network' },
  'setup.name': { nl: 'Hoe heet jullie netwerk?', en: 'What is your network called?' },
  'setup.task': {
    nl: 'Waar werken jullie samen aan? Eén zin is genoeg.',
    en: 'What are you working on together? One sentence is enough.',
  },
  'setup.language': {
    nl: 'In welke taal schrijf ik in jullie kanaal?',
    en: 'In which language do I write in your channel?',
  },
  'setup.nl': { nl: 'Nederlands', en: 'Dutch' },
  'setup.en': { nl: 'Engels', en: 'English' },
  'setup.regions': {
    nl: "Welke regio's volgen jullie voor de schoolvakanties?",
    en: "Which regions' school holidays do you follow?",
  },
  'setup.regions.hint': {
    nl: 'Meer dan één mag. Geen enkele mag ook, als jullie eigen vakanties hebben.',
    en: 'More than one is fine. None is fine too, if you have holidays of your own.',
  },
  'setup.noord': { nl: 'Noord', en: 'North' },
  'setup.midden': { nl: 'Midden', en: 'Central' },
  'setup.zuid': { nl: 'Zuid', en: 'South' },
  'setup.zone': { nl: 'In welke tijdzone wonen jullie?', en: 'In which time zone do you live?' },
  'setup.minimum': {
    nl: 'Vanaf hoeveel mensen laat ik antwoorden zien?',
    en: 'How many people must answer before I show the answers?',
  },
  'setup.minimum.hint': {
    nl: 'Hoe meer, hoe vrijer iedereen kan schrijven. Minder dan vier kan niet.',
    en: 'The more, the more freely everyone can write. Fewer than four is not possible.',
  },
  'setup.holidays': {
    nl: 'Deze vakanties ken ik. Kloppen ze voor jullie?',
    en: 'These are the holidays I know. Are they right for you?',
  },
  'setup.holiday': { nl: '{from} tot en met {until}', en: '{from} to {until}' },
  'setup.free': { nl: 'Welke dagen zijn jullie nog meer vrij?', en: 'Which other days are you off?' },
  'setup.free.hint': {
    nl: 'Eén dag of reeks per regel, zo: 2027-05-07 of 2027-05-03 tot 2027-05-07. Mag leeg blijven.',
    en: 'One day or range per line, like this: 2027-05-07 or 2027-05-03 to 2027-05-07. You may leave this empty.',
  },
  'setup.later': {
    nl: 'Weet je dit nog niet? Laat het zo. Typ later “bijeenkomst” of “leden” om het aan te vullen.',
    en: "Don't know this yet? Leave it as it is. Type “meeting” or “members” later to add it.",
  },
  'setup.coach': { nl: 'Wie is jullie netwerkcoach?', en: 'Who is your network coach?' },
  'setup.coach.none': { nl: 'nog niemand', en: 'nobody yet' },
  'setup.coach.me': { nl: 'ik', en: 'me' },
  'setup.coach.other': {
    nl: 'iemand anders, die rol geef ik later',
    en: 'somebody else; I give that role later',
  },
  'setup.rhythm.none': { nl: 'dat weten we nog niet', en: "we don't know yet" },
  'setup.first': { nl: 'Wanneer is de eerste keer?', en: 'When is the first time?' },
  'setup.unplanned': { nl: 'Deze bijeenkomsten gaan niet door.', en: 'These meetings are cancelled.' },
  'err.rhythm': {
    nl: 'Je koos een dag. Kies ook hoe vaak, of laat de dag leeg.',
    en: 'You chose a day. Choose how often too, or leave the day empty.',
  },
  'err.holiday': {
    nl: 'Dan is er geen school. Kies een andere dag.',
    en: 'There is no school then. Choose another day.',
  },
  'setup.saved': { nl: 'Bewaard.', en: 'Saved.' },
  'setup.started': {
    nl: 'Jullie netwerk is er. In het kanaal vraag ik wie er meedoet.',
    en: 'Your network is set up. I am asking in the channel who takes part.',
  },
  'setup.started.coach': {
    nl: 'Jullie netwerk is er. In het kanaal vraag ik wie er meedoet. Doet jullie netwerkcoach mee? Typ dan “leden” om die rol te geven.',
    en: 'Your network is set up. I am asking in the channel who takes part. Once your network coach takes part, type “members” to give that role.',
  },
  'setup.taken': {
    nl: 'Iemand anders heeft dit netwerk al gestart. In het kanaal kun je meedoen.',
    en: 'Somebody else has already started this network. You can join in the channel.',
  },
  'setup.lost': {
    nl: 'Is jullie oude kanaal weg? Dan kan jullie netwerk hier verder, met alles wat er al was.',
    en: 'Is your old channel gone? Then your network can go on here, with everything that was there.',
  },
  'setup.move': { nl: 'Verhuis {name} hierheen', en: 'Move {name} here' },
  'setup.moved': {
    nl: 'Jullie netwerk woont nu hier. In het kanaal laat ik dat weten.',
    en: 'Your network lives here now. I say so in the channel.',
  },
  'setup.here': {
    nl: 'Jullie netwerk gaat hier verder. Alles wat er was, is er nog. Typ “open” om te zien wat er voor jou openstaat.',
    en: 'Your network goes on here. Everything that was there is still there. Type “open” to see what is open for you.',
  },
  'setup.undo': { nl: 'Maak ongedaan', en: 'Undo' },
  'setup.undone': { nl: 'Ongedaan gemaakt. Er is niets bewaard.', en: 'Undone. Nothing has been kept.' },
  'setup.undo.late': {
    nl: 'Er doen al mensen mee. Dan kan dit niet meer.',
    en: 'People take part already. This can no longer be undone.',
  },
  'settings.help': {
    nl: 'naam, taal, vakanties en kleinste groep van het netwerk',
    en: "the network's name, language, holidays and smallest group",
  },
  'settings.open': {
    nl: 'Hier verander je hoe ik voor jullie werk.',
    en: 'Here you change how I work for you.',
  },
  'settings.title': { nl: 'Instellingen', en: 'Settings' },
  'settings.language.nl': {
    nl: 'Vanaf nu schrijf ik Nederlands in jullie kanaal.',
    en: 'From now on I write Dutch in your channel.',
  },
  'settings.language.en': {
    nl: 'Vanaf nu schrijf ik Engels in jullie kanaal.',
    en: 'From now on I write English in your channel.',
  },
  'holidays.confirm': {
    nl: 'Een nieuw schooljaar. Kloppen jullie vakanties en vrije dagen nog?',
    en: 'A new school year. Are your holidays and days off still right?',
  },
  'holidays.end': {
    nl: 'Ik ken de vakanties tot {day}. Vraag wie mij beheert om de nieuwe, of vul jullie vrije dagen zelf in.',
    en: 'I know the holidays until {day}. Ask whoever runs me for the new ones, or fill in your days off yourselves.',
  },
  'err.zone': {
    nl: 'Deze tijdzone ken ik niet. Een voorbeeld: Europe/Amsterdam.',
    en: "I don't know this time zone. An example: Europe/Amsterdam.",
  },
  'err.free.long': {
    nl: 'Deze regel is langer dan een jaar: {line}',
    en: 'This line is longer than a year: {line}',
  },
  'err.free': { nl: 'Deze regel begrijp ik niet: {line}', en: "I don't understand this line: {line}" },
  'err.name': { nl: 'Geef jullie netwerk een naam.', en: 'Please give your network a name.' },

  'intro.what': {
    nl: 'Hoi! Ik help jullie netwerk om af en toe te kijken hoe het samen leren gaat. Ik stel een vraag, jullie voeren het gesprek.',
    en: 'Hi! I help your network to look, now and then, at how learning together is going. I ask a question; the conversation is yours.',
  },
  'intro.not': {
    nl: 'Ik geef geen cijfers, ik beoordeel niemand en ik vergelijk jullie niet met andere netwerken.',
    en: "I don't give marks, I don't judge anyone, and I don't compare you with other networks.",
  },
  'intro.task': { nl: 'Hier werken jullie aan: {task}', en: 'What you work on: {task}' },
  'start.done': {
    nl: 'Alles staat klaar. Plan je de eerste bijeenkomst?',
    en: 'All is ready. Will you plan the first meeting?',
  },
  'start.few': {
    nl: 'Tot er {n} mensen meedoen, doen jullie alles hardop.',
    en: 'Until {n} people take part, you do everything out loud.',
  },

  'members.help': {
    nl: 'wie er meedoet, en wie welke rol heeft',
    en: 'who takes part, and who has which role',
  },
  'members.title': { nl: 'Jullie netwerk', en: 'Your network' },
  'members.none': { nl: 'Er doet nog niemand mee.', en: 'Nobody takes part yet.' },
  'members.role': { nl: 'Geef een rol', en: 'Give a role' },
  'members.who': { nl: 'Aan wie?', en: 'To whom?' },
  'members.which': { nl: 'Welke rol?', en: 'Which role?' },
  'role.teamleider': { nl: 'teamleider', en: 'team leader' },
  'role.coach': { nl: 'netwerkcoach', en: 'network coach' },
  'role.member': { nl: 'doet mee', en: 'takes part' },
  'role.over': { nl: 'teamleider, in plaats van mij', en: 'team leader, instead of me' },
  'role.none': { nl: 'geen andere rol', en: 'no other role' },
  'members.changed': { nl: 'Goed, zo is het nu.', en: 'Fine, this is how it is now.' },
  'lead.new': {
    nl: '{name} is nu teamleider van dit netwerk.',
    en: '{name} is now the team leader of this network.',
  },
  'lead.gone': {
    nl: 'Jullie hebben nu geen teamleider. Wie neemt het over?',
    en: 'You have no team leader now. Who takes over?',
  },
  'lead.take': { nl: 'Ik neem het over', en: "I'll take over" },
  'lead.you': { nl: 'Dank je wel! Jij bent nu teamleider.', en: 'Thank you! You are the team leader now.' },
  'lead.filled': { nl: 'Jullie hebben weer een teamleider.', en: 'You have a team leader again.' },
  'lead.taken': {
    nl: 'Iemand anders heeft het al overgenomen. Jullie hebben weer een teamleider.',
    en: 'Somebody else has already taken over. You have a team leader again.',
  },
} as const satisfies Wordings
