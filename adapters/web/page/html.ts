/** Markup without a build: htm reads the template, preact keeps the screen in step with it. */
import htm from 'htm'
import { type ComponentChildren, h, type VNode } from 'preact'

export type View = ComponentChildren

type Template = (strings: TemplateStringsArray, ...values: unknown[]) => VNode

// The package's types describe its CommonJS build; what is loaded is the function itself.
const bindable = htm as unknown as { bind(create: typeof h): Template }

/** Components go in as `${h(Name, props)}`, so that their props are checked. */
export const html = bindable.bind(h)

/** The mark of the bot: two loops that hold each other. */
export const loops = (): View => html`
  <svg viewBox="0 0 32 32" fill="none" stroke-width="4" aria-hidden="true">
    <circle cx="12.5" cy="16" r="6.5" stroke="currentColor" />
    <path class="second-loop" d="M16 10.5a6.5 6.5 0 1 1 0 11" stroke-linecap="round" />
  </svg>
`
