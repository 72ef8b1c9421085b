/**
 * What every chat platform must do, whatever it looks like. An adapter passes by handing over a harness that
 * acts as people do, through the platform's own wire, and says what people see there.
 */
import { describe, expect, onTestFinished, test } from 'vitest'
import { SendFailed } from '../../src/contracts/errors.ts'
import type { Form } from '../../src/contracts/form.ts'
import type { Account } from '../../src/contracts/incoming.ts'
import type { Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { languages, said, type Text } from '../../src/contracts/text.ts'
import { filesContract } from './chat.files.suite.ts'
import { type ChatHarness, expectWords } from './chat.harness.ts'
import { everyForm, everyMessage, formTexts, harmless, shownWords, textsOf } from './everything.ts'
import { hostile } from './hostile.ts'

const example: Message = {
  language: 'nl',
  summary: 'Een voorbeeld',
  blocks: [{ tag: 'paragraph', text: 'Dit is een voorbeeld.' }],
}

const paragraph = (text: Text): Message => ({ ...example, blocks: [{ tag: 'paragraph', text }] })

const garbage = [
  '',
  '{',
  'null',
  '[]',
  '{}',
  '"woorden"',
  '12',
  '{"kind":"press"}',
  '[[[[[[[[',
  '\u0000\u0001',
]

export function chatContract(name: string, make: () => Promise<ChatHarness>): void {
  async function open(): Promise<ChatHarness & { readonly a: Account; readonly b: Account }> {
    const harness = await make()
    onTestFinished(() => harness.close())
    const [a, b] = harness.people
    return { ...harness, a, b }
  }

  /** Somebody with a form before them. */
  async function withForm(form: Form) {
    const chat = await open()
    chat.answer({ kind: 'form', form })
    await chat.adapter.send({ id: 'start', place: chat.channel, message: everyMessage(form.language) })
    await chat.press(chat.a, chat.channel, `Open ${form.language}`)
    return chat
  }

  describe(`${name}: what is heard`, () => {
    test('a command, with who, where and an id of its own', async () => {
      const { a, b, channel, command, heard, adapter, answer } = await open()
      answer({ kind: 'nothing' })
      await command(a, channel, 'kaart vertrouwen')
      await command(b, await adapter.privatePlace(b), 'help')
      expect(heard()).toMatchObject([
        { kind: 'command', words: 'kaart vertrouwen', who: a, where: { id: channel.id, kind: 'channel' } },
        { kind: 'command', words: 'help', who: b, where: { kind: 'private' } },
      ])
      const ids = heard().map(({ id }) => id)
      expect(new Set(ids).size).toBe(2)
      expect(ids).not.toContain('')
    })

    test('a press, with what the button means', async () => {
      const { a, channel, adapter, press, heard, answer } = await open()
      answer({ kind: 'nothing' })
      await adapter.send({ id: 'm', place: channel, message: everyMessage('nl') })
      await press(a, channel, 'Open nl')
      await press(a, channel, 'Just say nl')
      expect(heard()).toMatchObject([
        { kind: 'press', ref: 'n1/example/open', who: a, where: channel },
        { kind: 'press', ref: 'n1/example/say/1', who: a, where: channel },
      ])
    })

    test.each(['next', 'back', 'skip'] as const)(
      'a form sent with %s, with all that was filled in',
      async (button) => {
        const form = everyForm('nl', harmless, 2)
        const { a, submit, heard } = await withForm(form)
        const values = {
          short: 'kort & krachtig',
          long: 'regel een\nregel twee',
          choice: 'b',
          person: 'c',
          choices: ['a', 'c'],
          line: '3',
          date: '2026-12-03',
          time: '15:30',
        }
        await submit(a, button, values)
        const { ref, step, revision } = form
        expect(heard().at(-1)).toMatchObject({ kind: 'submit', ref, step, revision, button, who: a, values })
      },
    )

    test('a field left empty is absent', async () => {
      const { a, submit, heard } = await withForm(everyForm('en'))
      await submit(a, 'next', { short: 'one thing' })
      expect(heard().at(-1)).toMatchObject({ kind: 'submit' })
      expect(heard().at(-1)).toHaveProperty('values', { short: 'one thing' })
    })

    test('what a form was filled in with before goes back as it was', async () => {
      const form = everyForm('nl')
      const fields = form.fields.map((field) =>
        field.tag === 'long' ? { ...field, value: 'eerder' } : field,
      )
      const { a, submit, heard } = await withForm({ ...form, fields })
      await submit(a, 'next', {})
      expect(heard().at(-1)).toHaveProperty('values', { long: 'eerder' })
    })

    test.each(garbage)('%j is refused and not heard', async (body) => {
      const { raw, heard } = await open()
      const status = await raw(body)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(heard()).toEqual([])
    })
  })

  describe(`${name}: what is seen`, () => {
    test.each(languages)('every block with all of its words (%s)', async (language) => {
      const { a, channel, adapter, place } = await open()
      const message = everyMessage(language)
      await adapter.send({ id: 'm', place: channel, message })
      const seen = await place(a, channel)
      expect(seen).toHaveLength(1)
      for (const words of shownWords(textsOf(message.blocks))) expectWords(seen[0], words)
      for (const mark of ['✕', '○']) expectWords(seen[0], mark)
    })

    test.each(languages)('every field with all of its words (%s)', async (language) => {
      const form = everyForm(language)
      const { a, form: formOf } = await withForm(form)
      const seen = await formOf(a)
      for (const words of shownWords(formTexts(form))) expectWords(seen, words)
    })

    test('each reply: the next step, errors beside their field, a word at the end', async () => {
      const { a, answer, submit, form, word, heard } = await withForm(everyForm('nl'))
      const errors = { short: ['Kijk nog eens: ', said('<b>')], line: 'Kies een plek.', date: 'Te vroeg.' }
      answer({ kind: 'errors', errors, all: ['Nog niet: ', said('<i>')] })
      await submit(a, 'next', { short: 'x' })
      const wrong = await form(a)
      expect(wrong?.errors).toEqual({
        short: 'Kijk nog eens: <b>',
        line: 'Kies een plek.',
        date: 'Te vroeg.',
      })
      expectWords(wrong, 'Nog niet: <i>')

      answer({ kind: 'form', form: { ...everyForm('nl', 'de tweede stap', 2), title: 'Stap twee' } })
      await submit(a, 'next', {})
      expect(heard().at(-1)).toMatchObject({ step: 1, values: { short: 'x' } })
      expectWords(await form(a), 'Stap twee')
      expect((await form(a))?.errors).toEqual({})

      answer({ kind: 'word', message: paragraph('Dank je wel!') })
      await submit(a, 'next', {})
      expect(await form(a)).toBeUndefined()
      expectWords(await word(a), 'Dank je wel!')
    })

    test('nothing more to say closes the form', async () => {
      const { a, answer, submit, form, word } = await withForm(everyForm('nl'))
      answer({ kind: 'nothing' })
      await submit(a, 'skip', {})
      expect(await form(a)).toBeUndefined()
      expect(await word(a)).toBeUndefined()
    })

    test.each([
      { kind: 'word', message: paragraph('Alleen voor jou.') },
      { kind: 'errors', errors: {}, all: 'Alleen voor jou.' },
    ] satisfies readonly Reply[])('without a form, $kind is for that person only', async (reply) => {
      const { a, b, channel, answer, command, word, place } = await open()
      answer(reply)
      await command(a, channel, 'open')
      expectWords(await word(a), 'Alleen voor jou.')
      expect(await word(b)).toBeUndefined()
      for (const { text } of await place(b, channel)) expect(text).not.toContain('Alleen voor jou.')
    })

    test('what is sent privately is seen by that person only', async () => {
      const { a, b, channel, adapter, place } = await open()
      const own = await adapter.privatePlace(a)
      await adapter.send({ id: 'm', place: own, message: paragraph('Alleen voor jou.') })
      expectWords((await place(a, own))[0], 'Alleen voor jou.')
      for (const [who, where] of [
        [b, channel],
        [b, own],
        [b, await adapter.privatePlace(b)],
        [a, channel],
      ] as const) {
        expect(await place(who, where)).toEqual([])
      }
    })

    test('messages stand in the order in which they were sent; an update replaces', async () => {
      const { a, channel, adapter, place } = await open()
      const parcel = (id: string, text: Text) => ({ id, place: channel, message: paragraph(text) })
      const first = await adapter.send(parcel('m1', 'Het eerste.'))
      await adapter.send(parcel('m2', 'Het tweede.'))
      await adapter.update(first, parcel('m1', 'Het vernieuwde eerste.'))
      const seen = await place(a, channel)
      expect(seen).toHaveLength(2)
      expectWords(seen[0], 'Het vernieuwde eerste.')
      expect(seen[0]?.text).not.toContain('Het eerste.')
      expectWords(seen[1], 'Het tweede.')
    })

    test('where sending may be repeated, the same parcel is one message', async () => {
      const { a, channel, adapter, place } = await open()
      const parcel = { id: 'm', place: channel, message: example }
      const first = await adapter.send(parcel)
      if (adapter.repeatable) expect(await adapter.send(parcel)).toBe(first)
      expect(await place(a, channel)).toHaveLength(1)
    })
  })

  filesContract(name, open)

  describe(`${name}: what people write is only words`, () => {
    test.each(hostile.map((words, index) => ({ index, words })))(
      'in messages: hostile words $index',
      async ({ words }) => {
        const { a, channel, adapter, place } = await open()
        await adapter.send({ id: 'good', place: channel, message: everyMessage('nl') })
        await adapter.send({ id: 'bad', place: channel, message: everyMessage('nl', words) })
        const [good, bad] = await place(a, channel)
        expectWords(bad, words)
        expect(bad?.alive).toEqual(good?.alive)
        for (const text of textsOf(everyMessage('nl', words).blocks)) {
          for (const piece of shownWords([text])) expectWords(bad, piece)
        }
      },
    )

    test.each(hostile.map((words, index) => ({ index, words })))(
      'in forms: hostile words $index',
      async ({ words }) => {
        const calm = await withForm(everyForm('en'))
        const good = await calm.form(calm.a)
        const { a, form, answer, submit } = await withForm(everyForm('en', words))
        const bad = await form(a)
        expect(bad?.alive).toEqual(good?.alive)
        for (const piece of shownWords(formTexts(everyForm('en', words)))) expectWords(bad, piece)

        answer({ kind: 'errors', errors: { short: ['Look: ', said(words)] }, all: [said(words)] })
        await submit(a, 'next', {})
        const wrong = await form(a)
        expectWords({ text: wrong?.errors.short ?? '', alive: [] }, words)
      },
    )
  })

  describe(`${name}: what cannot be sent`, () => {
    const expectSendFailed = async (call: () => Promise<unknown>) =>
      expect(
        await call().then(
          () => 'sent',
          (error: unknown) => error,
        ),
      ).toBeInstanceOf(SendFailed)

    test('a place, a message or a person of another platform', async () => {
      const { a, adapter, channel } = await open()
      const place = { ...channel, platform: 'elsewhere', tenant: 'elsewhere', id: 'elsewhere' }
      await expectSendFailed(() => adapter.send({ id: 'm', place, message: example }))
      await expectSendFailed(() => adapter.update('elsewhere', { id: 'm', place: channel, message: example }))
      await expectSendFailed(() => adapter.privatePlace({ ...a, tenant: 'elsewhere', user: 'elsewhere' }))
    })

    test('whatever goes wrong on the way, the sender hears SendFailed', async () => {
      const names = Object.keys((await open()).failures)
      expect(names).not.toEqual([])
      for (const failure of names) {
        const { adapter, channel, failures } = await open()
        const parcel = { id: 'm', place: channel, message: example }
        const address = await adapter.send(parcel)
        failures[failure]?.()
        await expectSendFailed(() => adapter.send({ ...parcel, id: 'other' }))
        await expectSendFailed(() => adapter.update(address, { ...parcel, message: paragraph('Nieuw.') }))
      }
    })
  })
}
