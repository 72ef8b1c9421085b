/** The adapter's own few words: all that Slack needs and no feature says. */
import type { Language } from '../../src/contracts/text.ts'

export interface Words {
  readonly more: string
  readonly choose: string
  readonly pick: string
  readonly step: (step: number, steps: number) => string
  readonly openForm: string
  readonly openFormButton: string
  readonly late: string
  readonly again: string
  readonly title: string
  readonly close: string
  readonly done: string
  readonly file: (name: string) => string
  readonly privateFile: (name: string) => string
  readonly fileAsText: (name: string) => string
  readonly help: string
  readonly privacy: string
  readonly pause: string
  readonly homeEmpty: string
  readonly commandHint: string
  readonly commandAbout: string
  readonly retroHint: string
  readonly retroAbout: string
  readonly about: string
}

export const words: Readonly<Record<Language, Words>> = {
  nl: {
    more: '… en meer',
    choose: 'Kies',
    pick: 'Kies wat je wilt doen',
    step: (step, steps) => `Stap ${step} van ${steps}`,
    openForm: 'Hiervoor opent een venster. Druk op de knop.',
    openFormButton: 'Open',
    late: 'Slack gaf het venster niet op tijd vrij. Er is niets kwijt.',
    again: 'Probeer opnieuw',
    title: 'Dubbelloop',
    close: 'Sluiten',
    done: 'Klaar. Je kunt dit venster sluiten.',
    file: (name) => `${name}: zie de draad hieronder.`,
    privateFile: (name) => `${name}: staat in ons privégesprek.`,
    fileAsText: (name) => `${name} kon niet als bestand mee. Dit is het begin:`,
    help: 'Help',
    privacy: 'Privacy',
    pause: 'Pauze',
    homeEmpty: 'Hier zie je wat er voor jou openstaat, zodra je netwerk begint.',
    commandHint: 'help, open, afspraken, …',
    commandAbout: 'Alles van je leernetwerk',
    retroHint: '[vorm]',
    retroAbout: 'Samen terugkijken',
    about: 'Helpt een leernetwerk om samen te leren',
  },
  en: {
    more: '… and more',
    choose: 'Choose',
    pick: 'Choose what to do',
    step: (step, steps) => `Step ${step} of ${steps}`,
    openForm: 'This opens a window. Press the button.',
    openFormButton: 'Open',
    late: 'Slack did not open the window in time. Nothing is lost.',
    again: 'Try again',
    title: 'Dubbelloop',
    close: 'Close',
    done: 'Done. You can close this window.',
    file: (name) => `${name}: see the thread below.`,
    privateFile: (name) => `${name}: is in our private chat.`,
    fileAsText: (name) => `${name} could not go along as a file. This is how it begins:`,
    help: 'Help',
    privacy: 'Privacy',
    pause: 'Pause',
    homeEmpty: 'Here you see what is open for you, as soon as your network begins.',
    commandHint: 'help, open, agreements, …',
    commandAbout: 'Everything about your learning network',
    retroHint: '[format]',
    retroAbout: 'Look back together',
    about: 'Helps a learning network learn together',
  },
}
