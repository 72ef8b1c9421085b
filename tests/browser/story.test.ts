/** The whole story in a real browser, in both languages, wide and narrow, light and dark. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Running, startProcess } from '../support/process.ts'

const executablePath = '/usr/bin/chromium'
const missing = existsSync(executablePath) ? '' : ` (left out: there is no ${executablePath} on this machine)`
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const words = {
  nl: {
    fill: 'Invullen',
    good: /Wat werkte goed/,
    different: /anders\?/,
    next: 'Verder',
    send: 'Verstuur',
    energy: 'Plezier of energie',
    thanks: /Dank je wel!/,
    close: 'Sluiten',
    move: /^Verder naar/,
    result: 'Zo keken jullie terug',
    note: 'Noteer afspraak',
    own: /eigen woorden/,
    agreed: 'Afgesproken: op tijd beginnen (wij samen)',
  },
  en: {
    fill: 'Fill in',
    good: /What worked well/,
    different: /do differently/,
    next: 'Next',
    send: 'Send',
    energy: 'Enjoyment or energy',
    thanks: /Thank you!/,
    close: 'Close',
    move: /^On to|^Move on to/,
    result: 'How you looked back',
    note: 'Note agreement',
    own: /your own words/,
    agreed: 'Agreed: op tijd beginnen (all of us)',
  },
}

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dubbelloop-browser-'))
  if (missing) return
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update']
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-sync', '--disable-quic', ...quiet],
  })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await checker.run()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

const looks = [
  { language: 'nl', width: 1280, colorScheme: 'light' },
  { language: 'en', width: 360, colorScheme: 'dark' },
] as const

describe.skipIf(missing)(`the playground in Chromium${missing}`, () => {
  it.each(looks)(
    'tells the story in $language, $width wide, $colorScheme',
    async ({ language, width, colorScheme }) => {
      const say = words[language]
      const env = { DATA_DIR: join(folder, language) }
      let running: Running = await startProcess(env)
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
        bypassCSP: true,
      })
      const page = await context.newPage()
      const outside: string[] = []
      page.on('request', (request) => {
        // After a restart the bot has another port, and the page still asks at the old one.
        if (new URL(request.url()).hostname !== '127.0.0.1') outside.push(request.url())
      })
      // Where there is no room for everybody's name, the people are a list to choose from.
      const be = (name: string) =>
        width > 700
          ? page.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true })
          : page.getByRole('combobox').selectOption(name.toLowerCase())
      const button = (name: string | RegExp) => page.getByRole('button', { name }).last()
      const dialog = page.getByRole('dialog')

      await page.goto(running.url)
      if (language === 'en') await page.getByRole('button', { name: /English/ }).click()
      await button(say.fill).waitFor()
      expect(await violations(page)).toEqual([])

      for (const name of ['Anna', 'Bram', 'Chris', 'Dewi', 'Emre']) {
        await be(name)
        await button(say.fill).click()
        await dialog.getByRole('textbox', { name: say.good }).fill(`goed van ${name}`)
        await dialog.getByRole('textbox', { name: say.different }).fill('<!channel> <b>vet</b>')
        if (name === 'Anna') expect(await violations(page)).toEqual([])
        await dialog.getByRole('button', { name: say.next }).click()
        await dialog.getByRole('checkbox', { name: say.energy }).check()
        await dialog.getByRole('button', { name: say.send }).click()
        await dialog.getByText(say.thanks).waitFor()
        await dialog.getByRole('button', { name: say.close }).click()
      }

      await button(say.fill).click()
      const changed = dialog.getByRole('textbox', { name: say.good })
      expect(await changed.inputValue()).toBe('goed van Emre')
      await changed.fill('x'.repeat(10_000))
      await dialog.getByRole('button', { name: say.next }).click()
      await dialog.getByText(/500/).first().waitFor()
      expect((await changed.inputValue()).length).toBe(10_000)
      await changed.fill('toch anders')
      await dialog.getByRole('button', { name: say.next }).click()
      await dialog.getByRole('checkbox', { name: say.energy }).waitFor()
      await page.keyboard.press('Escape')

      // The first things due are reminders to who has not answered; then the round closes.
      const shared = page.getByText('toch anders')
      for (let moves = 0; moves < 4 && !(await shared.isVisible()); moves++) {
        const before = await page.locator('time').first().textContent()
        await button(say.move).click()
        await page.waitForFunction((was) => document.querySelector('time')?.textContent !== was, before)
      }
      await shared.waitFor()
      await page.getByText(say.result).last().waitFor()
      expect(await page.getByText('<!channel> <b>vet</b>').count()).toBe(5)
      expect(await violations(page)).toEqual([])

      await button(say.note).click()
      await dialog.getByRole('textbox', { name: say.own }).fill('op tijd beginnen')
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('button', { name: say.send }).click()
      await dialog.getByRole('button', { name: say.close }).click()
      await page.getByText(say.agreed).waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)

      await running.stop('SIGKILL')
      running = await startProcess(env)
      await page.goto(running.url)
      await page.getByText(say.agreed).waitFor()
      expect(outside).toEqual([])
      await context.close()
      await running.stop('SIGTERM')
    },
  )
})
