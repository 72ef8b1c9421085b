/** Who there is in the stand-in of Slack, unless a test brings its own people. All of them invented. */

export const team = 'T0EXAMPLE'
export const otherTeam = 'T0OTHER'

export interface Person {
  readonly id: string
  readonly name: string
  readonly team: string
  readonly locale: string
}

export const people: readonly Person[] = [
  { id: 'U0NOOR', name: 'Noor Voorbeeld', team, locale: 'nl-NL' },
  { id: 'U0SAM', name: 'Sam Verzonnen', team, locale: 'nl-NL' },
  { id: 'U0KIM', name: 'Kim Elders', team: otherTeam, locale: 'en-GB' },
  { id: 'U0LOU', name: 'Lou Bedacht', team, locale: 'nl-NL' },
  { id: 'U0MEI', name: 'Mei Bedacht', team, locale: 'nl-NL' },
  { id: 'U0RIK', name: 'Rik Bedacht', team, locale: 'en-GB' },
]
