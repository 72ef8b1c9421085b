/** Own cards from a pasted list. Good rows of a list with mistakes are kept only when somebody says so. */
import type { Block } from '../../contracts/message.ts'
import { said, type Text } from '../../contracts/text.ts'
import { type CardRow, readCardList } from '../../instrument/card-list.ts'
import { label, say } from '../../text/say.ts'
import type { Action, Scene } from '../feature.ts'
import { formOf } from '../form.ts'
import { word } from '../reply.ts'
import { asQuestion, mostCharacters, mostOwn, oursButton, sameCard } from './ours.ts'
import { type OwnCard, ownCards, ownRevision } from './records.ts'
import { findTheme, themeName } from './themes.ts'

/** What a text field carries on every platform. */
const mostPasted = 3000
/** Named at once; the others come up when these are right. */
const mostNamed = 10

type Good = Omit<OwnCard, 'id'>

interface Read {
  readonly good: readonly Good[]
  readonly bad: readonly { readonly line: number; readonly why: Text }[]
}

function readRows(scene: Scene, pasted: string): Read {
  // What was saved by the same press is no reason to refuse it.
  const known = new Set(scene.again ? [] : ownCards.all(scene.state).map(({ words }) => sameCard(words)))
  const good: Good[] = []
  const bad: { line: number; why: Text }[] = []
  for (const row of readCardList(pasted)) {
    const checked = checkRow(scene, row, known)
    if ('why' in checked) bad.push({ line: row.line, why: checked.why })
    else {
      good.push(checked.card)
      known.add(sameCard(checked.card.words))
    }
  }
  return { good, bad }
}

function checkRow(
  { language, library }: Scene,
  { question, theme, problem }: CardRow,
  known: ReadonlySet<string>,
): { readonly card: Good } | { readonly why: Text } {
  if (problem) return { why: say(language, `card.import.${problem}`) }
  const words = asQuestion(question)
  if (words === undefined) return { why: say(language, 'card.import.empty') }
  if ([...words].length > mostCharacters)
    return { why: say(language, 'card.import.long', { n: mostCharacters }) }
  if (known.has(sameCard(words))) return { why: say(language, 'card.import.same') }
  if (theme === '') return { card: { words } }
  const found = findTheme(library.deck, theme)
  if ('theme' in found) return { card: { words, theme: found.theme.id } }
  const [near] = found.nearest
  return {
    why: say(language, 'card.import.theme', {
      theme: said(theme.toWellFormed()),
      near: near ? `“${themeName(near, language)}”` : '',
    }),
  }
}

function pasteForm(scene: Scene, pasted = '', { good, bad }: Read = { good: [], bad: [] }) {
  const { language, state } = scene
  const rowText = ({ line, why }: Read['bad'][number]) => say(language, 'card.import.row', { n: line, why })
  const more = bad.length - mostNamed
  const wrong: Block[] = [
    { tag: 'paragraph', text: say(language, 'card.import.bad') },
    ...bad.slice(0, mostNamed).map((each): Block => ({ tag: 'paragraph', text: rowText(each) })),
    ...(more > 0
      ? [{ tag: 'paragraph' as const, text: say(language, 'card.import.more', { n: more }) }]
      : []),
  ]
  const how: Block = { tag: 'context', text: say(language, 'card.import.how') }
  return formOf(scene, {
    feature: 'dialogue',
    action: 'import',
    title: label(language, 'card.own.import'),
    // The same list again, with "leave these out" or without, is another time.
    revision: ownRevision(state) + bad.length,
    intro: bad.length > 0 ? wrong : [how],
    fields: [
      {
        tag: 'long',
        id: 'rows',
        label: label(language, 'card.import.rows'),
        optional: false,
        most: mostPasted,
        ...(pasted && { value: pasted }),
      },
      ...(good.length > 0
        ? [
            {
              tag: 'choices' as const,
              id: 'keep',
              label: label(language, 'card.import.keep'),
              optional: true,
              options: [{ value: 'good', label: say(language, 'card.import.keep.good', { n: good.length }) }],
              most: 1,
            },
          ]
        : []),
    ],
  })
}

export const paste: Action = {
  for: 'lead',
  press: (scene) => ({ reply: { kind: 'form', form: pasteForm(scene) } }),
  submit(scene, _about, { values }) {
    const { language, state } = scene
    const pasted = typeof values.rows === 'string' ? values.rows.toWellFormed() : ''
    const refuse = (why: Text) => ({ reply: { kind: 'errors' as const, errors: { rows: why } } })
    if ([...pasted].length > mostPasted) return refuse(say(language, 'err.long', { n: mostPasted }))
    const read = readRows(scene, pasted)
    const { good, bad } = read
    if (good.length + bad.length === 0) return refuse(say(language, 'err.empty'))
    const keepGood = [values.keep ?? []].flat().includes('good')
    if (bad.length > 0 && !(keepGood && good.length > 0))
      return { reply: { kind: 'form', form: pasteForm(scene, pasted, read) } }
    if (!scene.again && ownCards.all(state).length + good.length > mostOwn)
      return refuse(say(language, 'card.own.full', { n: mostOwn }))
    const n = good.length
    return {
      changes: good.map((card) => ownCards.put({ id: scene.newId(), ...card })),
      reply: word(language, say(language, n === 1 ? 'card.import.saved.one' : 'card.import.saved', { n }), [
        oursButton(scene),
      ]),
    }
  },
}
