/** Where the visitor types a word to the bot. */
import { useRef, useState } from 'preact/hooks'
import { html, type View } from './html.ts'
import type { Words } from './words.ts'

export interface ComposerProps {
  readonly words: Words
  readonly busy: boolean
  /** Whether it arrived; if not, the words stay where they are. */
  onSay(words: string): Promise<boolean>
}

export const composerId = 'composer'

export function Composer({ words, busy, onSay }: ComposerProps): View {
  const [draft, setDraft] = useState('')
  const input = useRef<HTMLInputElement>(null)

  async function say(event: Event): Promise<void> {
    event.preventDefault()
    const said = draft.trim()
    if (said && (await onSay(said))) setDraft('')
    input.current?.focus()
  }

  return html`
    <div class="composer">
      <p class="suggestions" role="group" aria-label=${words.tryThese}>
        <span aria-hidden="true">${words.tryThese}:</span>
        ${words.suggestions.map(
          (word) => html`<button type="button" class="chip" onClick=${() => onSay(word)}>${word}</button>`,
        )}
      </p>
      <form onSubmit=${say}>
        <label class="sr-only" for=${composerId}>${words.composer}</label>
        <input
          id=${composerId}
          ref=${input}
          type="text"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="send"
          placeholder=${words.placeholder}
          value=${draft}
          onInput=${(event: { currentTarget: HTMLInputElement }) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="primary" aria-disabled=${busy}>${words.send}</button>
      </form>
    </div>
  `
}
