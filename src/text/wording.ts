/** One text in every language; a missing one fails the type check. Names between braces are filled in. */
export type Wording = Readonly<Record<'nl' | 'en', string>>
export type Wordings = Readonly<Record<string, Wording>>
