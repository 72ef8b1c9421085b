/** Where one can be: each channel, and the chat between the visitor and the bot. */
import type { Language } from '../../../src/contracts/text.ts'
import type { Spot, WireState } from '../wire.ts'
import { html, type View } from './html.ts'
import { words as pageWords } from './words.ts'

/** A spot by the name that people know it by. */
export function nameOf(spot: Spot, { channels }: Pick<WireState, 'channels'>, language: Language): string {
  const channel = channels.find(({ id }) => id === spot)
  return channel ? `# ${channel.name}` : pageWords[language].pair
}

export interface PlacesProps {
  readonly state: Pick<WireState, 'channels'>
  readonly spot: Spot
  readonly language: Language
  /** How many posts the visitor has not read there. */
  unread(spot: Spot): number
  onSpot(spot: Spot): void
}

export function Places({ state, spot, language, unread, onSpot }: PlacesProps): View {
  const words = pageWords[language]
  const spots = [...state.channels.map(({ id }) => id), 'private']
  return html`
    <nav class="places" aria-label=${words.places}>
      ${spots.map((one) => {
        const name = nameOf(one, state, language)
        const count = one === spot ? 0 : unread(one)
        return html`
          <button
            key=${one}
            type="button"
            aria-current=${one === spot ? 'true' : undefined}
            onClick=${() => onSpot(one)}
          >
            <span class="place-name" title=${name}>${name}</span>
            ${count > 0 && html`<span class="badge">${count} <span class="badge-word">${words.unread}</span></span>`}
          </button>
        `
      })}
    </nav>
  `
}
