/** Something to keep, as a download. It is made in the browser from what the message holds, and nothing opens it. */
import { useLayoutEffect, useState } from 'preact/hooks'
import type { FileBlock } from '../../../src/contracts/message.ts'
import { html, type View } from './html.ts'

export function FileView({ name, type, content }: FileBlock): View {
  const [address, setAddress] = useState<string>()
  useLayoutEffect(() => {
    const offered = offer({ type, content })
    setAddress(offered.address)
    return offered.withdraw
  }, [type, content])
  return html`
    <p>
      <a class="download" href=${address} download=${name}>
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          <path d="M10 3v9m-4-4 4 4 4-4M4 16h12" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
        <span>Download <b>${name}</b></span>
      </a>
    </p>
  `
}

export interface Offered {
  readonly address: string
  /** Gives back the memory; the address leads nowhere from then on. */
  withdraw(): void
}

export function offer({ type, content }: Pick<FileBlock, 'type' | 'content'>): Offered {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  return { address, withdraw: () => URL.revokeObjectURL(address) }
}
