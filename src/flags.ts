/** What somebody typed behind a command that an operator or a developer runs. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Ends the process with one line that says what can be said. */
export function sayHow(usage: string): never {
  process.stderr.write(`${usage}\n`)
  process.exit(2)
}

/** Anything but these flags ends the process with how to say it; `--help` is a question and no mistake. */
export function readFlags<T extends ParseArgsConfig>(
  usage: string,
  flags: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(flags)
  } catch {
    if (!process.argv.includes('--help')) return sayHow(usage)
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
}
