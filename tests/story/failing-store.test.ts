import { describe, expect, it } from 'vitest'
import { type Files, nodeFiles } from '../../adapters/lowdb/files.ts'
import { answersTable } from '../../src/round/round.ts'
import { answer, formIn, kit } from '../support/kit.ts'
import { seen } from '../support/look.ts'

/** A disk that can be told to be full or broken. */
function moody() {
  const mood: { error?: 'ENOSPC' | 'EIO' } = {}
  const complain = () => {
    if (mood.error) throw Object.assign(new Error(mood.error), { code: mood.error })
  }
  const files: Files = {
    ...nodeFiles,
    async create(path) {
      const file = await nodeFiles.create(path)
      return {
        ...file,
        async sync() {
          complain()
          await file.sync()
        },
      }
    },
  }
  return { mood, files }
}

describe('when nothing can be kept', () => {
  it.each(['ENOSPC', 'EIO'] as const)(
    '%s: nothing is confirmed, nothing is lost, and it goes on',
    async (code) => {
      const { mood, files } = moody()
      const bot = await kit({ files })
      await bot.drain()
      await answer(bot, 'bram', [{ good: 'de koffie' }, {}])
      const form = formIn(await bot.pressRef('bram', bot.button('Invullen').ref))
      const before = answersTable.all(await bot.state())

      mood.error = code
      for (let tries = 0; tries < 20; tries++) {
        const reply = await bot.bot.receive({
          kind: 'submit',
          who: { platform: 'web', tenant: 'playground', user: 'bram', name: 'Bram' },
          where: { platform: 'web', tenant: 'playground', id: 'channel', kind: 'channel' },
          id: `try-${tries}`,
          ref: form.ref,
          step: 1,
          revision: form.revision,
          button: 'next',
          values: { good: `poging ${tries}` },
        })
        expect(reply.kind).toBe('errors')
        expect(seen(reply)).toBe('Bewaren lukt nu niet. Je tekst staat er nog; probeer het zo weer.')
      }
      expect(answersTable.all(await bot.state())).toEqual(before)
      expect(bot.logged).toContainEqual(expect.objectContaining({ code: 'store-failed' }))
      expect(JSON.stringify(bot.logged)).not.toContain('poging')

      delete mood.error
      const again = await bot.submit('bram', form, { good: 'poging 3' })
      expect(again.kind).toBe('form')
      expect(answersTable.all(await bot.state())[0]?.values).toEqual({ good: 'poging 3' })
      await bot.close()
    },
  )
})
