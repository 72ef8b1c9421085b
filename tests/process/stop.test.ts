/** Whoever stops what they started is rid of the bot, and can start it again at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { project, startProcess } from '../support/process.ts'

test('npm that is told to stop leaves no bot behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dubbelloop-stop-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { PATH, HOME } = process.env
  const npm = spawn('npm', ['start'], {
    cwd: project,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder },
  })
  const heard = Promise.withResolvers<void>()
  npm.stdout.on('data', (data) => {
    if (String(data).includes('http://')) heard.resolve()
  })
  await heard.promise
  npm.kill('SIGTERM')
  // The bot holds on to the same pipe: it ends with the last of them.
  await once(npm.stdout, 'close')
  const again = await startProcess({ DATA_DIR: folder })
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200)
  expect((await again.stop('SIGTERM')).code).toBe(0)
})
