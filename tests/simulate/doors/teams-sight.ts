/** What a person has before them in Teams, held against what the bot means. */
import type { Values } from '../../../src/contracts/form.ts'
import { nodes, textOf } from '../../teams/look.ts'
import type { Card } from '../../teams/service.ts'
import type { Broken } from '../rules/seen.ts'
import type { Deed } from './door.ts'
import type { Sight } from './sight.ts'

type Node = ReturnType<typeof nodes>[number]

interface Which {
  readonly ref: string
  readonly step: number
  readonly revision: number
}

/** What a button of the bot carries. */
interface Carries {
  readonly press?: string
  readonly again?: object
  readonly form?: Which & { readonly button: string }
}

export const deedIn = ({ data }: Node): Carries | undefined =>
  (data as { readonly dubbelloop?: Carries } | undefined)?.dubbelloop

/** The button with this meaning. */
export const pressIn = (cards: unknown, ref: string): Node | undefined =>
  nodes(cards).find((each) => deedIn(each)?.press === ref)

/** This very step of this form is open. */
export const holdsForm = (card: Card | undefined, { ref, step, revision }: Which): boolean =>
  nodes(card).some((each) => {
    const form = deedIn(each)?.form
    return form?.ref === ref && form.step === step && form.revision === revision
  })

interface Input {
  readonly field: string
  readonly several: boolean
  readonly node: Node
}

const inputsOf = (card: unknown): readonly Input[] =>
  nodes(card).flatMap((node) => {
    const [, kind, field] = /^(field|several)\.(.+)$/.exec(String(node.id)) ?? []
    return field === undefined ? [] : [{ field, several: kind === 'several', node }]
  })

/** What they do, as far as the inputs before them let them do it. No input has to be filled in here. */
export function filledIn(
  card: Card | undefined,
  deed: Deed,
): { readonly deed: Deed; readonly broken: Broken } {
  if (deed.kind !== 'submit' || !holdsForm(card, deed)) return { deed, broken: [] }
  const inputs = inputsOf(card)
  const values: Record<string, string | readonly string[]> = {}
  const broken: string[] = []
  for (const { field, several, node } of inputs) {
    const wanted = deed.values[field] ?? ''
    const held = deed.button === 'skip' ? untouched({ field, several, node }) : wanted
    values[field] = several ? (typeof held === 'string' ? (held === '' ? [] : [held]) : held) : held
    broken.push(...strange(node, values[field]).map((each) => `platform: ${field} has no choice ${each}`))
    if (!several && typeof held !== 'string') broken.push(`platform: ${field} takes one choice`)
  }
  const asked = new Set(inputs.map(({ field }) => field))
  const nowhere = Object.entries(deed.values).filter(([id, value]) => value.length > 0 && !asked.has(id))
  broken.push(...nowhere.map(([id]) => `platform: nowhere to fill in ${id} of ${deed.ref}`))
  if (!nodes(card).some((each) => deedIn(each)?.form?.button === deed.button))
    broken.push(`platform: no ${deed.button} in ${deed.ref}`)
  return { deed: { ...deed, values }, broken }
}

function untouched({ node, several }: Input): Values[string] {
  const value = String(node.value ?? '')
  return several ? (value === '' ? [] : value.split(',').map(decodeURIComponent)) : value
}

function strange({ choices }: Node, value: Values[string]): readonly string[] {
  const all = (choices as readonly { readonly value: string }[] | undefined)?.map((each) =>
    decodeURIComponent(each.value),
  )
  return all ? [value].flat().filter((each) => each !== '' && !all.includes(each)) : []
}

interface Before {
  readonly window: Card | undefined
  readonly toast: string
  /** Cards that came. */
  readonly fresh: readonly Card[]
}

/** What somebody has before them after what came. */
export function sightOf({ window, toast, fresh }: Before): Sight {
  const cards = [window, ...fresh]
  return {
    words: `${textOf(cards)} ${toast}`,
    opened: (form) => holdsForm(window, form),
    asked: () => inputsOf(window).map(({ field }) => field),
    holds: (ref) => pressIn(cards, ref) !== undefined,
  }
}
