/** Counters for an operator's dashboard, in Prometheus' text format. They count events and never tell whose. */

export type Count = (name: FigureName, label?: string) => void

/** What is counted, with the one label each has. */
const figures = {
  incoming: { label: 'kind', help: 'What people and platforms said to the bot' },
  repeated: { label: 'kind', help: 'What had been handled before' },
  occurrences: { label: 'feature', help: 'What came up by itself' },
  messages: { label: 'outcome', help: 'Messages handed to a platform, by what came of it' },
  errors: { label: 'code', help: 'What could not be handled' },
} as const

export type FigureName = keyof typeof figures

export function createFigures(): { readonly count: Count; text(): string } {
  const counts = new Map<string, number>()
  return {
    count(name, label = '') {
      const key = `dubbelloop_${name}_total{${figures[name].label}="${label}"}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    text() {
      const names = Object.entries(figures).flatMap(([name, { help }]) => {
        const metric = `dubbelloop_${name}_total`
        const lines = [...counts]
          .filter(([key]) => key.startsWith(`${metric}{`))
          .map(([key, n]) => `${key} ${n}`)
        return [`# HELP ${metric} ${help}`, `# TYPE ${metric} counter`, ...lines]
      })
      return `${names.join('\n')}\n`
    },
  }
}
