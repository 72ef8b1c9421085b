/** What an operator runs beside the bot, as they would. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { project } from './process.ts'

export interface Said {
  /** `null`: it was ended from outside. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `src/<name>.ts` to its end. */
export function script(
  name: string,
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Said> {
  const args = ['--disable-warning=ExperimentalWarning', join(project, `src/${name}.ts`), ...words]
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { env: { PATH: process.env.PATH, ...env } },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    )
  })
}
