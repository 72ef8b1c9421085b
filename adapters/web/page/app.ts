/** The page as a whole: the playground at one side, the chat at the other, and a sheet over both. */
import { h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Conversation } from './conversation.ts'
import { Dialog, Word } from './dialog.ts'
import { FormView } from './form.ts'
import { html, type View } from './html.ts'
import { Panel } from './panel.ts'
import { Sure } from './sure.ts'
import { words as pageWords } from './words.ts'
import { useWorld, type World } from './world.ts'

export function App(): View {
  const world = useWorld()
  const wide = useWide()
  const [sure, setSure] = useState(false)
  const { state, visit, online } = world
  const words = pageWords[visit.language]
  if (!state) return html`<p class="loading" role="status">${online ? words.loading : words.offline}</p>`
  return html`
    <div class="app">
      ${h(Panel, {
        state,
        visit,
        wide,
        moving: world.moving,
        onPerson: (as) => world.go({ as }),
        onLanguage: world.speak,
        onMove: world.moveTo,
        onRestart: () => setSure(true),
      })}
      ${h(Conversation, { world, state })}
    </div>
    ${h(SheetOver, { world })}
    ${
      sure &&
      h(Sure, {
        words,
        onNo: () => setSure(false),
        onYes: () => {
          setSure(false)
          void world.restart()
        },
      })
    }
  `
}

function SheetOver({ world }: { readonly world: World }): View {
  const { model, busy, trouble, act, close, visit } = world
  const { sheet } = model
  if (!sheet) return null
  const onPress = (ref: string) => void act({ kind: 'press', ref })
  const shared = { trouble, onPress, onClose: close }
  const label = sheet.tag === 'form' ? sheet.form.title : 'Dubbelloop'
  const inside =
    sheet.tag === 'form'
      ? h(FormView, { ...shared, key: sheet.serial, sheet, busy, onSubmit: act })
      : h(Word, { ...shared, message: sheet.message, words: pageWords[visit.language] })
  return h(Dialog, { label, onClose: close, children: inside })
}

const roomy = '(min-width: 60rem)'

function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(roomy).matches)
  useEffect(() => {
    const query = matchMedia(roomy)
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return wide
}
