/** What is measured, and how it reads. */

/** How much is done of each. */
export interface Size {
  /** Times that both sides are measured, one after the other. */
  readonly rounds: number
  readonly milliseconds: number
  /** Networks whose people answer. */
  readonly networks: number
  /** Of a site that grew, and of the month's summaries. */
  readonly many: number
  /** Networks that live through a school year, and whether with syncing too. */
  readonly year: number
  readonly synced: boolean
}

export const sizes = {
  quick: { rounds: 2, milliseconds: 250, networks: 30, many: 200, year: 1, synced: false },
  usual: { rounds: 3, milliseconds: 600, networks: 100, many: 1000, year: 2, synced: false },
  full: { rounds: 7, milliseconds: 1500, networks: 400, many: 1000, year: 100, synced: true },
} as const satisfies Readonly<Record<string, Size>>

/** A line of the table. */
export interface Line {
  readonly name: string
  readonly measured: string
  readonly target: string
  readonly met: boolean
  readonly note?: string
}

export interface Figure {
  readonly name: string
  measure(size: Size, tell: (line: Line) => void): Promise<void>
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2
}

export const twoDigits = (ratio: number): string => ratio.toFixed(2)
export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

export function writeLine({ name, measured, target, met, note = '' }: Line): string {
  return `${name.padEnd(62)}${measured.padStart(9)}  ${target.padEnd(18)}${(met ? 'met' : 'MISSED').padEnd(8)}${note}`
}
