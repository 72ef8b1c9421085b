/** What is counted, and how it reads. */

export interface Figures {
  networks: number
  people: number
  days: number
  meetings: number
  occurrences: number
  /** New messages of the bot. */
  messages: number
  edits: number
  replies: number
  answers: number
  crosses: number
  cards: number
  retros: number
  /** Taken to their end, by their pace. */
  retrosNow: number
  retrosDays: number
  notes: number
  summaries: number
  reminders: number
  agreements: number
  carried: number
  duplicates: number
  refused: number
  restarts: number
  downtimeHours: number
  commits: number
  broken: number
}

export const noFigures = (): Figures => ({
  networks: 0,
  people: 0,
  days: 0,
  meetings: 0,
  occurrences: 0,
  messages: 0,
  edits: 0,
  replies: 0,
  answers: 0,
  crosses: 0,
  cards: 0,
  retros: 0,
  retrosNow: 0,
  retrosDays: 0,
  notes: 0,
  summaries: 0,
  reminders: 0,
  agreements: 0,
  carried: 0,
  duplicates: 0,
  refused: 0,
  restarts: 0,
  downtimeHours: 0,
  commits: 0,
  broken: 0,
})

const names: Readonly<Record<keyof Figures, string>> = {
  networks: 'networks',
  people: 'people',
  days: 'days lived',
  meetings: 'meetings planned',
  occurrences: 'occurrences',
  messages: 'messages sent',
  edits: 'messages changed in place',
  replies: 'replies to people',
  answers: 'answers sent',
  crosses: 'crosses placed',
  cards: 'cards shown',
  retros: 'retros begun',
  retrosNow: 'retros ended, at once',
  retrosDays: 'retros ended, over days',
  notes: 'retro notes written',
  summaries: 'summaries posted',
  reminders: 'reminders',
  agreements: 'agreements noted',
  carried: 'agreements carried on',
  duplicates: 'duplicates ignored',
  refused: 'sendings refused',
  restarts: 'times down',
  downtimeHours: 'hours down',
  commits: 'commits',
  broken: 'broken rules',
}

/** A line a figure. */
export function table(figures: Figures, seconds?: number): string {
  const rows = (Object.keys(names) as (keyof Figures)[]).map(
    (key) => [names[key], figures[key].toLocaleString('en')] as const,
  )
  const all = [...rows, ...(seconds === undefined ? [] : [['wall seconds', seconds.toFixed(1)] as const])]
  return all.map(([name, value]) => `${name.padEnd(27)}${value.padStart(12)}`).join('\n')
}

/** How often each rule was broken, by the word that a message begins with. */
export function countByRule(
  broken: readonly { readonly message: string }[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { message } of broken) {
    const rule = message.split(':')[0] ?? ''
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}
