import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'

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
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN is set, but this version only has the playground.'],
  ])('%o refuses the start with a sentence that names it', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
  })

  it('takes an empty value for none, never shows a secret, and cannot be changed', () => {
    expect(readConfig({ PORT: '' }).port).toBe(3978)
    expect(() => readConfig({ SLACK_SIGNING_SECRET: 'hush' })).toThrow(expect.not.stringContaining('hush'))
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})
