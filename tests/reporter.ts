import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** What a run came to. A file that does not load and a hook that breaks are failures like any other. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Counts what vitest reports at the end of a run. */
export function totalsOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Totals {
  let passed = 0
  let failed = unhandled.length
  let skipped = 0
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'failed') failed += 1
      else skipped += 1
    }
    for (const group of [module, ...module.children.allSuites()]) if (group.errors().length > 0) failed += 1
  }
  return { passed, failed, skipped }
}

/** The promised last line. A run that ends in an error never says that nothing failed. */
export function lastLine({ passed, failed, skipped }: Totals, exitCode: number): string {
  const reallyFailed = exitCode === 0 ? failed : Math.max(1, failed)
  return `${passed} passed, ${reallyFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Ends the output of `vitest run` with one line to read or to parse. */
export class LastLine implements Reporter {
  #totals: Totals = { passed: 0, failed: 0, skipped: 0 }

  onInit(): void {
    // At exit, because vitest itself may still have something to say after the last reporter was called.
    process.once('exit', (code) => process.stdout.write(`${lastLine(this.#totals, code)}\n`))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.#totals = totalsOf(modules, unhandled)
  }
}
