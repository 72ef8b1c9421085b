/** What a person has before them on any platform, held against what the bot answered. */
import type { Form } from '../../../src/contracts/form.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import { plain } from '../../../src/contracts/text.ts'
import { buttonsOf } from '../../support/look.ts'
import type { Broken } from '../rules/seen.ts'
import { beginningOf, flat } from './adapter.ts'

export interface Sight {
  /** Everything that can be read. */
  readonly words: string
  /** This very step of this form is open. */
  opened(form: Form): boolean
  /** The fields that can be filled in. */
  asked(): readonly string[]
  /** There is a button with this meaning. */
  holds(ref: string): boolean
}

/** What of a reply did not come before the eyes of whom it is for. */
export function unseen(reply: Reply, { words, opened, asked, holds }: Sight): Broken {
  const seen = flat(words)
  const missing = (texts: readonly string[]): Broken =>
    texts
      .map(beginningOf)
      .filter((each) => !seen.includes(each))
      .map((each) => `platform: not shown: ${each}`)
  switch (reply.kind) {
    case 'form': {
      const { form } = reply
      if (!opened(form)) return [`platform: ${form.ref} ${form.step} did not open`]
      const fields = new Set(asked())
      return form.fields
        .filter(({ id }) => !fields.has(id))
        .map(({ id }) => `platform: ${id} of ${form.ref} is not asked`)
    }
    case 'word': {
      const { blocks } = reply.message
      const own = blocks.flatMap((block) => (block.tag === 'paragraph' ? [plain(block.text)] : []))
      const gone = buttonsOf(reply.message).filter(({ ref }) => !holds(ref))
      return [...missing(own), ...gone.map(({ label }) => `platform: not shown: [${label}]`)]
    }
    case 'errors':
      return missing([...(reply.all ? [reply.all] : []), ...Object.values(reply.errors)].map(plain))
    case 'nothing':
      return []
  }
}
