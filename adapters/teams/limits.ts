/**
 * What Teams allows, with where each number comes from. Rendering shortens by this table, with a visible "…",
 * and never fails on it.
 */
export const limits = {
  /** Bytes of one card. Teams refuses a bot's message above 28 KB (learn.microsoft.com, "Format your bot messages"); some is left for what goes around the card. */
  cardBytes: 27_000,
  /** Letters of one text, tried from the left until the whole card fits. Our own: a text of a whole screen. */
  textSteps: [4000, 2000, 1000, 500, 250, 120, 60],
  /** Letters of a file shown in a card, tried after the texts. Our own: what the card has room for. */
  fileSteps: [20_000, 10_000, 5000, 2000, 500, 60],
  /** Buttons side by side; the rest goes into the "…" of the row (storyboard, rule 7; Teams shows six). */
  buttons: 5,
  /** Letters on a button. Our own: it stays on one line of a phone. */
  label: 60,
  /** Letters of a dialog's title (our own: longer ones are cut off by Teams without a sign). */
  title: 60,
  /** Letters of a notification (our own). */
  summary: 240,
  /** Letters of a toast after a press (our own: a longer word becomes a card). */
  toast: 300,
  /** Letters that a typed word may have when a card brings it back (our own: commands are short). */
  words: 300,
  /** Bytes that a form may take when it is unpacked (our own: many times a whole form). */
  unpacked: 200_000,
  /** Milliseconds in which an invoke is answered. Teams gives up after 5 s (learn.microsoft.com, "Dialogs for bots"). */
  patience: 3500,
  /** Milliseconds that a call to the service may take (our own). */
  call: 15_000,
  /** Milliseconds between two messages in one place. 60 in 30 s for one thread (learn.microsoft.com, "Optimize your bot with rate limiting"), half of it used. */
  pace: 1000,
  /** Milliseconds to wait where the service names no time of its own (our own). */
  wait: 5000,
  /** Milliseconds to wait when the sign-in is refused, which a person has to repair (our own). */
  signIn: 300_000,
  /** Commands in a manifest (the schema: maxItems 12). */
  commands: 12,
} as const
