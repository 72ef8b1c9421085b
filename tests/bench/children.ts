/** The processes that are measured: the real bot as an operator starts it, and the bare frameworks beside it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

export interface Child {
  readonly port: number
  /** Milliseconds from its birth until it listened. */
  readonly took: number
  /** Bytes that it holds now. */
  memory(): Promise<number>
  /** Politely. Throws when it had logged an error. */
  stop(): Promise<void>
}

const project = join(import.meta.dirname, '../..')
const { profile } = parseArgs({ options: { profile: { type: 'string' } }, strict: false }).values
const options = [
  '--disable-warning=ExperimentalWarning',
  `--import=${join(import.meta.dirname, 'inside.ts')}`,
  ...(typeof profile === 'string' ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
]

/** Resolves when it has written that it listens. */
async function startChild(file: string, args: readonly string[], env: Environment): Promise<Child> {
  const began = performance.now()
  const child = spawn(process.execPath, [...options, join(project, file), ...args], {
    cwd: project,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const trouble: string[] = []
  const ended = once(child, 'close')
  const listening = Promise.withResolvers<number>()
  let half = ''
  child.stdout?.on('data', (data) => {
    const lines = (half + data).split('\n')
    half = lines.pop() ?? ''
    for (const line of lines) {
      const port = /"port":(\d+).*"listening"/.exec(line)?.[1]
      if (port) listening.resolve(Number(port))
      if (/"level":[56]0/.test(line)) trouble.push(line)
    }
  })
  child.stderr?.on('data', (data) => trouble.push(String(data)))
  ended.then(() => listening.reject(new Error(`${file} did not start: ${trouble.join('\n')}`)))
  const port = await listening.promise
  const took = performance.now() - began
  return {
    port,
    took,
    async memory() {
      const answer = once(child, 'message')
      child.send('memory')
      return Number((await answer)[0])
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', end)
      if (trouble.length > 0) throw new Error(`${file} had trouble: ${trouble.slice(0, 5).join('\n')}`)
    },
  }
}

export type Environment = Readonly<Record<string, string>>

export const startBot = (env: Environment): Promise<Child> =>
  startChild('src/start.mjs', [], { PORT: '0', LOG_LEVEL: 'info', ...env })

/** Only the frameworks: `slack`, `teams` or both. */
export const startBare = (platforms: readonly string[], env: Environment): Promise<Child> =>
  startChild('tests/bench/bare.ts', platforms, env)
