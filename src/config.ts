/**
 * The environment, checked once and frozen. Whatever is wrong or missing refuses the start with a sentence
 * that names it. Names and defaults: interface.md of the project, `docs/operate.md` for operators.
 */
import { z } from 'zod'
import { StartRefused } from './contracts/errors.ts'

const loopback = ['127.0.0.1', 'localhost', '::1']

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number, for example 3978' })
    .int({ error: 'must be a whole number, for example 3978' })
    .min(0, { error: 'must be 0 or more' })
    .max(65535, { error: 'must be 65535 or less' })
    .default(3978),
  HOST: z
    .string()
    .trim()
    .min(1, { error: 'must name an address, for example 127.0.0.1' })
    .default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1, { error: 'must name a folder, for example ./data' }).default('./data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  PLAYGROUND: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly logLevel: string
  readonly playground: boolean
}

/** Settings of doors that this version does not have: better refused than quietly ignored. */
const otherDoors = /^(SLACK_|MicrosoftApp|TEAMS_|DATABASE_URL$|DATA_KEY$|PUBLIC_URL$)/

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const door = Object.keys(env).find((name) => otherDoors.test(name) && env[name])
  if (door)
    throw new StartRefused(
      `${door} is set, but this version only has the playground. Remove ${door} and start again.`,
    )
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const checked = environment.safeParse(given)
  if (!checked.success) {
    const [issue] = checked.error.issues
    const name = String(issue?.path[0])
    throw new StartRefused(`${name}=${env[name]} is not right: it ${issue?.message}.`)
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, PLAYGROUND } = checked.data
  const playground = PLAYGROUND === 'on'
  if (playground && !loopback.includes(HOST))
    throw new StartRefused(
      `HOST=${HOST} would show the playground to others. Use HOST=127.0.0.1, or set PLAYGROUND=off.`,
    )
  return Object.freeze({ port: PORT, host: HOST, dataDir: DATA_DIR, logLevel: LOG_LEVEL, playground })
}
