/** Names the folder of this run's PostgreSQL, and stops at the end whatever was started there. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const ours = `dubbelloop-pg-run-${hostname()}-`

export default function setup(): () => void {
  // A run that was killed could not tidy up.
  for (const name of readdirSync(tmpdir())) {
    if (name.startsWith(ours) && !isAlive(Number(name.slice(ours.length)))) tidyUp(join(tmpdir(), name))
  }
  const root = join(tmpdir(), `${ours}${process.pid}`)
  process.env.DUBBELLOOP_TEST_POSTGRES = root
  return () => tidyUp(root)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

function tidyUp(root: string): void {
  if (!existsSync(root)) return
  for (const name of readdirSync(root)) {
    const running = join(root, name, 'data/postmaster.pid')
    if (name.startsWith('server-') && existsSync(running))
      end(Number(readFileSync(running, 'utf8').split('\n')[0]))
  }
  rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/** At once: nothing in it is needed any more. */
function end(pid: number): void {
  try {
    if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/f', '/t'])
    else process.kill(pid, 'SIGQUIT')
  } catch {
    // It has ended by itself.
  }
}
