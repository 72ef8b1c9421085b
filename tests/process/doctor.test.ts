import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { project, startProcess } from '../support/process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-doctor-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the doctor says, and with which code it ends. */
function doctor(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const args = ['--disable-warning=ExperimentalWarning', join(project, 'src/doctor.ts')]
  return new Promise((resolve) =>
    execFile('node', args, { env: { PATH: process.env.PATH, PORT: '1', ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: stdout + stderr }),
    ),
  )
}

describe('doctor', () => {
  it('finds a fresh installation well and leaves nothing behind', async () => {
    const { code, said } = await doctor({ DATA_DIR: join(folder, 'new') })
    expect(code).toBe(0)
    expect(said).toMatch(/All is well\.\n$/)
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves the folder of a running bot alone, and looks at it when the bot is stopped', async () => {
    const data = join(folder, 'data')
    const running = await startProcess({ DATA_DIR: data })
    const port = new URL(running.url).port
    const during = await doctor({ DATA_DIR: data, PORT: port })
    await running.stop('SIGTERM')
    const after = await doctor({ DATA_DIR: data, PORT: port })
    expect([during.code, after.code]).toEqual([0, 0])
    expect(during.said).toContain(`Dubbelloop runs on port ${port}.`)
    expect(after.said).toContain('is in order and can be written.')
  })

  it('names a setting that is missing', async () => {
    const { code, said } = await doctor({ MicrosoftAppId: 'an-app' })
    expect(code).toBe(1)
    expect(said).toContain('!!  MicrosoftAppPassword is missing.')
  })

  it('says which scopes a Slack app lacks, and shows no token', async () => {
    const slack = createServer((_request, response) => {
      response.setHeader('x-oauth-scopes', 'chat:write,commands')
      response.setHeader('content-type', 'application/json')
      response.end('{"ok":true,"team":"School"}')
    })
    await new Promise<void>((listening) => slack.listen(0, '127.0.0.1', listening))
    const { port } = slack.address() as AddressInfo
    const { code, said } = await doctor({
      DATA_DIR: join(folder, 'none'),
      SLACK_BOT_TOKEN: 'xoxb-a-token-of-nobody',
      SLACK_SIGNING_SECRET: 'a-secret-of-nobody',
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    })
    slack.close()
    expect(code).toBe(1)
    expect(said).toContain('The Slack app lacks app_mentions:read, channels:read')
    expect(said).not.toContain('nobody')
  })
})
