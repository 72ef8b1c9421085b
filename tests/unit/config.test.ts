import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'

const teams = { MicrosoftAppId: 'a', MicrosoftAppPassword: 's', MicrosoftAppTenantId: 't' }

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      logLevel: 'info',
      playground: true,
    })
  })

  it.each([
    [{ PORT: 'banana' }, 'PORT=banana is not right: it must be a number, for example 3978.'],
    [{ PORT: '3.5' }, 'PORT=3.5 is not right: it must be a whole number, for example 3978.'],
    [{ PORT: '70000' }, 'PORT=70000 is not right: it must be 65535 or less.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud is not right: it must be one of'],
    [{ PLAYGROUND: 'yes' }, 'PLAYGROUND=yes is not right: it must be on or off.'],
    [{ HOST: '0.0.0.0' }, 'HOST=0.0.0.0 would show the playground to others.'],
    [{ DATABASE_URL: 'mysql://u:hush@h/d' }, 'DATABASE_URL is not right: it must look like postgres://'],
    [{ DATABASE_URL: 'postgres://u:hush@h' }, 'DATABASE_URL is not right: it must look like postgres://'],
    [{ DATABASE_URL: 'postgres://u:%hush@h/d' }, 'DATABASE_URL is not right: it must look like postgres://'],
    [
      { PUBLIC_URL: 'http://x.example' },
      'PUBLIC_URL=http://x.example is not right: it must be an https address.',
    ],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN is missing.'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET is missing.'],
    [{ MicrosoftAppPassword: 's' }, 'MicrosoftAppId is missing.'],
    [{ MicrosoftAppId: 'a' }, 'MicrosoftAppPassword is missing.'],
    [{ MicrosoftAppId: 'a', MicrosoftAppPassword: 's' }, 'MicrosoftAppTenantId is missing.'],
    [{ ...teams, MicrosoftAppType: 'MultiTenant' }, 'must be SingleTenant'],
    [{ ...teams, TEAMS_TENANTS: ',' }, 'TEAMS_TENANTS=, is not right: it must name a tenant'],
    [{ ...teams, TEAMS_SERVICE_HOSTS: 'https://x.example/' }, 'it must name hosts as in'],
    [{ TEAMS_ANONYMOUS: 'on', HOST: '0.0.0.0' }, 'TEAMS_ANONYMOUS=on lets anyone in'],
    [{ ...teams, PLAYGROUND: 'on' }, 'PLAYGROUND=on does not go together with Slack or Teams.'],
  ])('%o refuses the start with a sentence that names it', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
  })

  it('leaves the playground out as soon as a platform is there, and lets in only its own tenant', () => {
    const both = readConfig({ ...teams, SLACK_BOT_TOKEN: 'x', SLACK_APP_TOKEN: 'y', HOST: '0.0.0.0' })
    expect(both).toMatchObject({ playground: false, slack: { appToken: 'y' }, teams: { tenants: ['t'] } })
    expect(readConfig({ ...teams, TEAMS_TENANTS: 't, u' }).teams?.tenants).toEqual(['t', 'u'])
  })

  it('takes an empty value for none, never shows a secret, and cannot be changed', () => {
    expect(readConfig({ PORT: '' }).port).toBe(3978)
    for (const secret of [{ SLACK_SIGNING_SECRET: 'hush' }, { DATABASE_URL: 'postgres://u:hush@h' }])
      expect(() => readConfig(secret)).toThrow(expect.not.stringContaining('hush'))
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})
