/** What a reader sees, as plain words. */
import type { Block, Button, Message } from '../../src/contracts/message.ts'
import type { Reply } from '../../src/contracts/reply.ts'
import { plain } from '../../src/contracts/text.ts'

export const buttonsOf = ({ blocks }: Message): readonly Button[] =>
  blocks.flatMap((block) => (block.tag === 'buttons' ? block.buttons : []))

function blockWords(block: Block): readonly string[] {
  switch (block.tag) {
    case 'heading':
    case 'paragraph':
    case 'context':
      return [plain(block.text)]
    case 'quotes':
      return block.quotes.map((quote) => plain([quote]))
    case 'facts':
      return block.facts.map(({ name, value }) => `${plain(name)}: ${plain(value)}`)
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`)
    case 'file':
      return [`[${block.name}]`]
    default:
      return [plain(block.words)]
  }
}

export const words = (message: Message | undefined): string =>
  (message?.blocks ?? []).flatMap(blockWords).join('\n')

/** What the person sees after doing something. */
export function seen(reply: Reply): string {
  switch (reply.kind) {
    case 'word':
      return words(reply.message)
    case 'form':
      return [
        ...reply.form.intro.flatMap(blockWords),
        ...reply.form.fields.map(({ label }) => plain(label)),
      ].join('\n')
    case 'errors':
      return [reply.all ?? '', ...Object.values(reply.errors)].map(plain).join('\n').trim()
    case 'nothing':
      return ''
  }
}
