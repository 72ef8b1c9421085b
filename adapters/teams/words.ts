/** The few words that only Teams needs: everything else comes from the core. */
import type { Language } from '../../src/contracts/text.ts'

interface Words {
  /** On the button under a card that stands for a typed word. */
  readonly open: string
  /** Beside that button. */
  readonly forYou: string
  /** After a press that needs no words. */
  readonly done: string
  /** When the work takes longer than Teams waits. */
  readonly slow: string
  /** The same in a form. */
  readonly slowForm: string
  /** Under a word in a dialog. */
  readonly close: string
  /** After the label of "later" in a form. */
  readonly later: string
  readonly old: string
  readonly choose: string
  /** Above the text of a file. */
  readonly copy: string
  readonly cut: string
  step(step: number, steps: number): string
}

export const words: Readonly<Record<Language, Words>> = {
  nl: {
    open: 'Openen',
    forYou: 'Alleen jij ziet wat er opengaat.',
    done: 'Gelukt.',
    slow: 'Dit duurt even. Het komt goed; kijk zo nog eens.',
    slowForm: 'Opslaan duurt even. Je tekst staat er nog; probeer het zo weer.',
    close: 'Je mag dit venster sluiten.',
    later: 'sluit dit venster. Wat je verstuurde, is bewaard.',
    old: 'Deze knop is te oud. Kijk in het kanaal.',
    choose: 'Kies',
    copy: 'Selecteer alles en kopieer het.',
    cut: 'Dit is niet alles: het bestand past niet in een bericht van Teams.',
    step: (step, steps) => `Stap ${step} van ${steps}`,
  },
  en: {
    open: 'Open',
    forYou: 'Only you see what opens.',
    done: 'Done.',
    slow: 'This takes a moment. It will be all right; have another look soon.',
    slowForm: 'Saving takes a moment. Your text is still here; try again soon.',
    close: 'You may close this window.',
    later: 'close this window. What you sent is kept.',
    old: 'This button is too old. See the channel.',
    choose: 'Choose',
    copy: 'Select all and copy it.',
    cut: 'This is not all: the file does not fit in a Teams message.',
    step: (step, steps) => `Step ${step} of ${steps}`,
  },
}
