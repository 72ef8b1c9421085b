/** One page with every sample side by side, as each platform gets it; everything it needs is inside. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { renderForm } from '../../adapters/slack/form.ts'
import { renderHome } from '../../adapters/slack/home.ts'
import { renderMessage } from '../../adapters/slack/render.ts'
import { formCard } from '../../adapters/teams/form.ts'
import { messageCard } from '../../adapters/teams/render.ts'
import { MessageBody } from '../../adapters/web/page/blocks.ts'
import { FormView } from '../../adapters/web/page/form.ts'
import type { Account, Place } from '../../src/contracts/incoming.ts'
import type { Language } from '../../src/contracts/text.ts'
import type { Sample } from './collect.ts'
import { drawBlocks, drawView } from './slack.ts'

const root = join(import.meta.dirname, '../..')
const place: Place = { platform: 'slack', tenant: 'T1', id: 'C1', kind: 'channel' }
const who: Account = { platform: 'slack', tenant: 'T1', user: 'U1', name: 'Noor' }
const nothing = () => undefined

function onWeb({ message, form }: Sample): string {
  if (message) return apart(render(h(MessageBody, { message, onPress: nothing })))
  const sheet = { tag: 'form', form, errors: {}, tries: 0, serial: 0 } as never
  const props = { sheet, busy: false, trouble: false, onPress: nothing, onSubmit: nothing, onClose: nothing }
  return apart(render(h(FormView, props)))
}

/** The page's own style stays with what it is for. */
const apart = (markup: string): string => `<div class="apart"><template>${markup}</template></div>`

function onSlack({ name, message, form }: Sample): string {
  if (form) return drawView(renderForm(form, place) as never)
  const around = {
    language: message.language,
    pictures: new Map<string, string>(),
    file: (name: string) => name,
  }
  const blocks = drawBlocks(renderMessage(message, around))
  // What is open for somebody is also what their Home tab shows.
  return name === 'reply to word open'
    ? `${blocks}<h6>Home</h6>${drawBlocks(renderHome(message, who).blocks)}`
    : blocks
}

/** Drawn by Microsoft's own library when the page opens. */
function onTeams({ message, form }: Sample): string {
  const card = form
    ? formCard(form, undefined)
    : messageCard(message, { publicUrl: undefined, dialog: false })
  return `<script type="application/json">${JSON.stringify(card).replaceAll('<', '\\u003c')}</script>`
}

const drawings = [
  ['browser', onWeb],
  ['Slack', onSlack],
  ['Teams', onTeams],
] as const

function row(name: string, samples: readonly Sample[]): string {
  const cells = samples.flatMap((sample) =>
    drawings.map(([where, draw]) => `<div class="cell ${where}"><h6>${where}</h6>${draw(sample)}</div>`),
  )
  return `<section id="${name.replaceAll(/[^\w-]+/g, '-')}"><h2>${name}</h2><div class="cells">${cells.join('')}</div></section>`
}

const look = `
  :root { color-scheme: light dark }
  body { margin: clamp(.3rem, 2vw, 2rem); font: 15px/1.45 system-ui, sans-serif }
  .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 23rem)); gap: 1rem; align-items: start }
  :root:has(#wide:checked) .cells { grid-template-columns: minmax(0, 60rem) }
  .cell { border: 1px solid #ccc; border-radius: 8px; padding: .8rem; overflow: hidden }
  .cell h6 { margin: 0 0 .5rem; color: light-dark(#666, #aaa); font-weight: 400 }
  .Slack p { margin: .3rem 0; white-space: pre-wrap } .Slack .small { color: light-dark(#666, #aaa); font-size: .85em }
  .Slack blockquote { white-space: pre-wrap; margin: .3rem 0; border-left: 3px solid #ccc; padding-left: .6rem }
  .Slack label { display: block; margin: .7rem 0; font-weight: 600 } .Slack small { display: block; font-weight: 400 }
  .Slack textarea, .Slack select { width: 100%; display: block; box-sizing: border-box } .Slack .primary { font-weight: 700 }
  .Teams .ac-container { outline: none } .Teams .ac-actionSet { flex-wrap: wrap; row-gap: .5rem }
  .Teams { background: light-dark(#fff, #292929) } .Slack { background: light-dark(#fff, #1a1d21) }
  .Teams :is(input, textarea, select, button) { color-scheme: inherit }
`

const drawAll = `
  const style = new CSSStyleSheet()
  style.replaceSync(document.getElementById('style').innerHTML.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
  for (const each of document.querySelectorAll('.apart')) {
    const root = each.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [style]
    root.append(each.firstElementChild.content.cloneNode(true))
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const text = (words, subtle) => ({ default: words, subtle })
  const colors = dark ? text('#ffffff', '#adadad') : text('#242424', '#616161')
  const house = { backgroundColor: '#00000000', foregroundColors: { default: colors } }
  for (const data of document.querySelectorAll('.Teams script')) {
    const card = new AdaptiveCards.AdaptiveCard()
    card.version = new AdaptiveCards.Version(1, 5)
    card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'system-ui', containerStyles: { default: house, emphasis: house } })
    card.parse(JSON.parse(data.textContent))
    data.replaceWith(card.render())
  }
`

export async function pageOf(samples: ReadonlyMap<Language, ReadonlyMap<string, Sample>>): Promise<string> {
  const styles = ['base', 'chat', 'message', 'sheet'].map((name) =>
    join(root, `adapters/web/page/${name}.css`),
  )
  const css = await Promise.all(styles.map((path) => readFile(path, 'utf8')))
  const cards = await readFile(join(root, 'node_modules/adaptivecards/dist/adaptivecards.min.js'), 'utf8')
  const names = [...new Set([...samples.values()].flatMap((each) => [...each.keys()]))]
  const rows = names.map((name) =>
    row(
      name,
      [...samples.values()].flatMap((each) => each.get(name) ?? []),
    ),
  )
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Dubbelloop: gallery</title>
<style>${look}</style><template id="style">${css.join('\n').replaceAll(':root', ':host')}</template></head><body><h1>Every message and form</h1>
<label><input type="checkbox" id="wide"> wide</label>${rows.join('\n')}
<script>${cards}</script><script>${drawAll}</script></body></html>`
}
