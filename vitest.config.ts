import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LastLine } from './tests/reporter.ts'

export default defineConfig({
  test: {
    globalSetup: [join(import.meta.dirname, 'tests/support/postgres.setup.ts')],
    setupFiles: [join(import.meta.dirname, 'tests/support/seed.ts')],
    include: ['tests/**/*.test.ts'],
    reporters: ['default', new LastLine()],
    // Left alone, vitest keeps one core for itself: on two cores that would be one file at a time.
    maxWorkers: '100%',
    // Only here to end a test that hangs; wide, because a busy machine is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
