/** One step of a form. What was typed stays until the step is taken. */
import { h } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Field, Form, Values } from '../../../src/contracts/form.ts'
import type { Deed } from '../wire.ts'
import { Blocks, type OnPress } from './blocks.ts'
import { Trouble } from './dialog.ts'
import { FieldView } from './field.ts'
import { html, type View } from './html.ts'
import type { Sheet } from './model.ts'
import { TextView } from './text.ts'
import { words as pageWords, type Words } from './words.ts'

export interface FormProps {
  readonly sheet: Extract<Sheet, { tag: 'form' }>
  readonly busy: boolean
  readonly trouble: boolean
  onPress: OnPress
  onSubmit(deed: Deed): void
  onClose(): void
}

export function FormView({ sheet, busy, trouble, onPress, onSubmit, onClose }: FormProps): View {
  const { form, errors, all, tries } = sheet
  const [draft, setDraft] = useState(() => firstValues(form))
  const top = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLFormElement>(null)
  const words = pageWords[form.language]

  useLayoutEffect(() => top.current?.focus(), [])
  useLayoutEffect(() => {
    if (tries > 0) attend(firstWrong(body.current) ?? alertIn(body.current))
  }, [tries])
  useLayoutEffect(() => {
    if (trouble) attend(alertIn(body.current))
  }, [trouble])

  const send = (button: 'next' | 'back' | 'skip') => onSubmit(submitOf(form, button, draft))

  return html`
    <form
      class="sheet"
      lang=${form.language}
      novalidate
      ref=${body}
      onSubmit=${(event: Event) => {
        event.preventDefault()
        send('next')
      }}
    >
      <header class="sheet-head">
        <h2 tabindex="-1" ref=${top}>${form.title}</h2>
        ${form.steps > 1 && h(Progress, { form, words })}
      </header>
      <div class="sheet-body">
        ${h(Trouble, { words, trouble })}
        <div role="alert">
          ${all !== undefined && html`<p class="alert text" tabindex="-1">${h(TextView, { text: all })}</p>`}
        </div>
        ${h(Blocks, { blocks: form.intro, onPress })}
        ${form.fields.map((field, index) =>
          h(FieldView, {
            key: field.id,
            base: `field-${index}`,
            field,
            words,
            value: draft[field.id],
            error: errors[field.id],
            onChange: (value) => setDraft((now) => ({ ...now, [field.id]: value })),
          }),
        )}
      </div>
      <footer class="sheet-foot">${h(FormFoot, { form, busy, send, onClose })}</footer>
    </form>
  `
}

interface FootProps {
  readonly form: Form
  readonly busy: boolean
  send(button: 'back' | 'skip'): void
  onClose(): void
}

/** The step's own button comes first, so that Enter takes the step; the stylesheet puts it at the right. */
function FormFoot({ form: { buttons }, busy, send, onClose }: FootProps): View {
  const other = (button: 'back' | 'skip', label: string | undefined) =>
    label !== undefined &&
    html`<button type="button" class="plain" disabled=${busy} onClick=${() => send(button)}>${label}</button>`
  return html`
    <button type="submit" class="primary" disabled=${busy}>${buttons.next}</button>
    ${other('skip', buttons.skip)} ${other('back', buttons.back)}
    <button type="button" class="quiet-button" onClick=${onClose}>${buttons.close}</button>
  `
}

function Progress({ form: { step, steps }, words }: { readonly form: Form; readonly words: Words }): View {
  const dots = Array.from({ length: steps }, (_, index) => (index < step ? 'dot done' : 'dot'))
  return html`
    <p class="progress">
      <span>${words.step(step, steps)}</span>
      <span class="dots" aria-hidden="true">${dots.map((kind) => html`<span class=${kind}></span>`)}</span>
    </p>
  `
}

/** What the person filled in before. */
export function firstValues(form: Form): Values {
  return Object.fromEntries(
    form.fields.flatMap((field) => (field.value === undefined ? [] : [[field.id, field.value]])),
  )
}

/** What goes to the bot: a field left empty is absent. */
export function submitOf(form: Form, button: 'next' | 'back' | 'skip', draft: Values): Deed {
  const { ref, step, revision, fields } = form
  const filled = ({ id }: Field) => (draft[id]?.length ?? 0) > 0
  const values = Object.fromEntries(fields.filter(filled).map(({ id }) => [id, draft[id] ?? '']))
  return { kind: 'submit', ref, step, revision, button, values }
}

type Found = HTMLElement | null | undefined

/** The input that needs another look; of several choices, the first. */
function firstWrong(form: HTMLFormElement | null): Found {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  return wrong?.matches('fieldset') ? wrong.querySelector<HTMLElement>('input') : wrong
}

/** The sentence above the fields. */
const alertIn = (form: HTMLFormElement | null): Found => form?.querySelector<HTMLElement>('.alert')

function attend(target: Found): void {
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}
