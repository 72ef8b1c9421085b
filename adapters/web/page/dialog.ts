/** A window over the page that keeps the keyboard inside and gives it back afterwards. */
import { h } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Message } from '../../../src/contracts/message.ts'
import { plain } from '../../../src/contracts/text.ts'
import { MessageBody, type OnPress } from './blocks.ts'
import { composerId } from './composer.ts'
import { html, type View } from './html.ts'
import type { Words } from './words.ts'

export interface DialogProps {
  readonly label: string
  readonly children: View
  onClose(): void
}

export function Dialog({ label, children, onClose }: DialogProps): View {
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const opener = document.activeElement
    const shown = dialog.current
    shown?.showModal()
    return () => {
      shown?.close()
      // The button that opened it may be gone by now: then the keyboard goes to where one types.
      const back =
        opener?.isConnected && opener !== document.body ? opener : document.getElementById(composerId)
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])

  function cancel(event: Event): void {
    event.preventDefault()
    onClose()
  }

  return html`<dialog ref=${dialog} aria-label=${label} onCancel=${cancel}>${children}</dialog>`
}

export interface WordProps {
  readonly message: Message
  readonly words: Words
  /** Counts what went wrong on the way, so that it is said each time. */
  readonly trouble: boolean
  onPress: OnPress
  onClose(): void
}

/** The word that ends a form. */
export function Word({ message, words, trouble, onPress, onClose }: WordProps): View {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => body.current?.focus(), [message])
  return html`
    <div class="sheet" lang=${message.language}>
      <div class="sheet-body" ref=${body} tabindex="-1" role="group" aria-label=${plain(message.summary)}>
        ${h(Trouble, { words, trouble })} ${h(MessageBody, { message, onPress })}
      </div>
      <div class="sheet-foot">
        <button type="button" class="primary" onClick=${onClose}>${words.close}</button>
      </div>
    </div>
  `
}

/** The friendly word for when the bot could not be reached. */
export function Trouble({ words, trouble }: { readonly words: Words; readonly trouble: boolean }): View {
  return html`<div role="alert">${trouble && html`<p class="alert" tabindex="-1">${words.failed}</p>`}</div>`
}
