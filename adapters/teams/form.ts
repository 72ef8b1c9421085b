/** Every field of a form as Adaptive Card 1.5, for a dialog. */
import type { Field, Form, Option } from '../../src/contracts/form.ts'
import type { Text } from '../../src/contracts/text.ts'
import { type Card, cut, type Element, fitted, line, paragraph, plainly, small } from './card.ts'
import { inputId, pack, writeChoice } from './carry.ts'
import { limits } from './limits.ts'
import type { Deed } from './parse.ts'
import { actions, cardOf, type Drawing, elements } from './render.ts'
import { words } from './words.ts'

/** Why nothing was saved: beside a field, and above them all. */
export interface Wrong {
  readonly errors: Readonly<Record<string, Text>>
  readonly all?: Text
}

/** A form as a dialog's card. With what is wrong it carries the same form, so that it can be shown again. */
export function formCard(form: Form, publicUrl: string | undefined, wrong: Wrong = { errors: {} }): Card {
  const { language, title } = form
  return fitted((room) => {
    const drawing: Drawing = { publicUrl, dialog: true, room, language }
    const steps =
      form.steps > 1
        ? paragraph([{ text: words[language].step(form.step, form.steps), look: small }], room.text)
        : []
    const shortened = shorten(form, room.text)
    return cardOf(language, cut(plainly(title), limits.summary), [
      ...steps,
      ...form.intro.flatMap((block) => elements(block, drawing)),
      ...(wrong.all === undefined ? [] : trouble('all', wrong.all, room.text)),
      ...form.fields.flatMap((field) => asked(field, drawing, wrong.errors[field.id])),
      actions(buttons(shortened)),
      ...paragraph([{ text: `${form.buttons.close}: ${words[language].later}`, look: small }], room.text),
    ])
  })
}

const trouble = (id: string, text: Text, most: number): readonly Element[] => [
  {
    type: 'Container',
    id: `wrong.${id}`,
    style: 'attention',
    items: paragraph([{ text }], most),
  },
]

/** The poles of a line belong to what is asked: heard together, and read right above the places. */
const labelOf = (field: Field, most: number): string =>
  field.tag === 'line'
    ? `${line(field.label, most)}: ${line(field.left, most)} ······· ${line(field.right, most)}`
    : line(field.label, most)

/** The label is the input's own, which is what a screen reader says; a label has no markdown. */
function asked(field: Field, drawing: Drawing, wrong: Text | undefined): readonly Element[] {
  const most = drawing.room.text
  return [
    {
      type: 'Container',
      spacing: 'Medium',
      items: [
        { id: inputId(field), label: labelOf(field, most), ...input(field, drawing) },
        ...(field.hint === undefined ? [] : paragraph([{ text: field.hint, look: small }], most)),
        ...(wrong === undefined ? [] : trouble(field.id, wrong, most)),
      ],
    },
  ]
}

function input(field: Field, { room, language }: Drawing): Element {
  switch (field.tag) {
    case 'short':
    case 'long':
      return {
        type: 'Input.Text',
        isMultiline: field.tag === 'long',
        ...(field.value !== undefined && { value: field.value }),
      }
    case 'choice':
    case 'person':
    case 'line':
      return {
        type: 'Input.ChoiceSet',
        style: 'compact',
        placeholder: words[language].choose,
        ...(field.value !== undefined && { value: field.value }),
        choices: (field.tag === 'line' ? positions(field.places, field.ways) : field.options).map(
          (option) => ({
            title: line(option.label, room.text),
            value: option.value,
          }),
        ),
      }
    case 'choices':
      return {
        type: 'Input.ChoiceSet',
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        ...(field.value && { value: field.value.map(writeChoice).join(',') }),
        choices: field.options.map(({ label, value }) => ({
          title: line(label, room.text),
          value: writeChoice(value),
        })),
      }
    case 'date':
      return { type: 'Input.Date', ...(field.value !== undefined && { value: field.value }) }
    case 'time':
      return { type: 'Input.Time', ...(field.value !== undefined && { value: field.value }) }
    default:
      return field satisfies never
  }
}

/** The spoken name first, then where that is, without a number. */
function positions(places: readonly Option[], ways: readonly Option[]): readonly Option[] {
  return [
    ...places.map(({ value, label }, index) => {
      const drawn = places.map((_, spot) => (spot === index ? '✕' : '·')).join('')
      return { value, label: [label, `  ${drawn}`].flat() }
    }),
    ...ways,
  ]
}

/**
 * Back and skip send along what was typed, so that nothing of it is lost. No input is required here, so none can
 * hold a button back: what is missing or wrong, the core says.
 */
function buttons(form: Form): readonly Element[] {
  const { ref, step, revision } = form
  const kept = pack(form)
  return (['next', 'back', 'skip'] as const).flatMap((button) => {
    const title = form.buttons[button]
    const deed: Deed = { form: { ref, step, revision, button, kept } }
    return title === undefined
      ? []
      : [
          {
            type: 'Action.Submit',
            title: cut(plainly(title), limits.label),
            data: { dubbelloop: deed },
            ...(button === 'next' && { style: 'positive' }),
          },
        ]
  })
}

/** What was shortened to be shown needs to travel no longer than that, except what somebody typed. */
function shorten(form: Form, most: number): Form {
  const text = (each: Text): Text =>
    line(each, Number.POSITIVE_INFINITY).length > most ? line(each, most) : each
  const option = ({ value, label }: Option): Option => ({ value, label: text(label) })
  const fields = form.fields.map((field): Field => {
    const { value: _, ...rest } = field
    const base = {
      ...rest,
      label: text(field.label),
      ...(field.hint !== undefined && { hint: text(field.hint) }),
    }
    if ('options' in base) return { ...base, options: base.options.map(option) } as Field
    if (base.tag !== 'line') return base as Field
    return {
      ...{ ...base, left: text(base.left), right: text(base.right) },
      ...{ places: base.places.map(option), ways: base.ways.map(option) },
    } as Field
  })
  const intro = form.intro.map((block) => ('text' in block ? { ...block, text: text(block.text) } : block))
  return { ...form, intro, fields }
}
