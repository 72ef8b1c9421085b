/** The real process, started as a user would, and a plain HTTP client for its playground. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Reply } from '../../src/contracts/reply.ts'

export const project = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly stderr: string
}

export interface Running {
  readonly url: string
  readonly child: ChildProcess
  /** Ends it the hard way (kill -9) or politely, and waits until it is gone. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ended>
}

function launch(env: Record<string, string>, folder = project) {
  const child = spawn('node', ['--disable-warning=ExperimentalWarning', join(folder, 'src/start.mjs')], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
  })
  let stderr = ''
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const ended = once(child, 'close').then(([code]): Ended => ({ code, stderr }))
  return { child, ended }
}

/** Resolves when it listens; rejects with what it said when it refuses. */
export async function startProcess(env: Record<string, string>): Promise<Running> {
  const { child, ended } = launch(env)
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (data) => {
      out += data
      const found = /http:\/\/\S+:\d+/.exec(out)?.[0]
      if (found) resolve(found)
    })
    ended.then(({ stderr }) => reject(new Error(`it did not start: ${stderr}`)))
  })
  return {
    url,
    child,
    stop(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Starts something that is expected to end by itself. */
export const runToEnd = (env: Record<string, string>, folder?: string): Promise<Ended> =>
  launch(env, folder).ended

export async function post(url: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

let heard = 0

/** Does something in the playground as one of its people. */
export async function incoming(url: string, as: string, what: Record<string, unknown>): Promise<Reply> {
  const answer = await post(url, '/playground/incoming', {
    as,
    language: 'nl',
    where: 'channel',
    id: `test-${++heard}`,
    ...what,
  })
  if (!answer.ok) throw new Error(`the playground answered ${answer.status}`)
  return (await answer.json()) as Reply
}

export async function playground(url: string, as: string) {
  const answer = await fetch(`${url}/playground/state?as=${as}`)
  return (await answer.json()) as {
    readonly now: string
    readonly next?: string
    readonly posts: {
      readonly channel: readonly {
        readonly message: { readonly blocks: readonly Record<string, unknown>[] }
      }[]
    }
  }
}
