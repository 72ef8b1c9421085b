/** What is wrong with a form that was sent: beside its fields, with all that was typed still there. */
import type { types } from '@slack/bolt'
import type { Text } from '../../src/contracts/text.ts'
import { plainText, type SlackBlock, small } from './blocks.ts'
import { fieldId } from './field.ts'
import { fitted, limits } from './limits.ts'

/** Blocks that tell what is wrong; the next time they are taken out again. */
const noticeBlock = 'notice:'

export interface ShownView {
  readonly title: { readonly text: string }
  readonly submit?: { readonly text: string } | undefined
  readonly close?: { readonly text: string } | undefined
  readonly callback_id: string
  readonly private_metadata: string
  readonly blocks: readonly Readonly<Record<string, unknown>>[]
}

/** Sentences beside their own fields, as Slack itself shows them; `undefined` where that cannot say it all. */
export function errorsByBlock(
  { blocks }: ShownView,
  errors: Readonly<Record<string, Text>>,
  all: Text | undefined,
): Readonly<Record<string, string>> | undefined {
  const inputs = blocks.flatMap(({ type, block_id }) =>
    type === 'input' && typeof block_id === 'string' ? [block_id] : [],
  )
  const beside = inputs.flatMap((block) => {
    const text = errors[fieldId(block) ?? '']
    return text === undefined ? [] : [[block, fitted(text, limits.text)] as const]
  })
  if (beside.length < Object.keys(errors).length) return undefined
  if (beside.length > 0) return all === undefined ? Object.fromEntries(beside) : undefined
  const last = inputs.at(-1)
  return last === undefined ? undefined : { [last]: fitted(all ?? '', limits.text) }
}

/** The same modal with all that was typed, and what is wrong written in it. */
export function withNotices(
  shown: ShownView,
  errors: Readonly<Record<string, Text>>,
  all: Text | undefined,
): types.ModalView {
  const kept = shown.blocks.filter(({ block_id }) => !String(block_id).startsWith(noticeBlock))
  const notice = (id: string, text: Text) => ({
    ...small(['⚠ ', fitted(text, limits.text - 2)], limits.text),
    block_id: noticeBlock + id,
  })
  const blocks = kept.flatMap((block) => {
    const id = fieldId(String(block.block_id))
    const text = id === undefined ? undefined : errors[id]
    return text === undefined ? [block] : [block, notice(id ?? '', text)]
  })
  const first = all === undefined ? [] : [notice('', all)]
  // These blocks were ours when they went out, and Slack gives them back as they were.
  const whole = [...first, ...blocks].slice(0, limits.viewBlocks) as unknown as SlackBlock[]
  return {
    type: 'modal',
    callback_id: shown.callback_id,
    private_metadata: shown.private_metadata,
    title: plainText(shown.title.text, limits.title),
    ...(shown.submit && { submit: plainText(shown.submit.text, limits.title) }),
    ...(shown.close && { close: plainText(shown.close.text, limits.title) }),
    blocks: whole,
  }
}
