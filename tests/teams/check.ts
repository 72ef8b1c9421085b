/** What is wrong with a card: by Microsoft's schema, by Microsoft's own reader, and by size. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'

// Its modules import each other in a way that only a bundler understands; this is its bundle.
const { AdaptiveCard, ValidationEvent, Version }: typeof import('adaptivecards') = createRequire(
  import.meta.url,
)('adaptivecards/dist/adaptivecards.js')

const file = join(import.meta.dirname, '../fixtures/teams/adaptive-card-schema-1.5.0.json')
const { id: _, $schema: __, ...schema } = JSON.parse(await readFile(file, 'utf8'))
const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema)

/** Every broken rule, in words; none for what Teams would take. */
export function brokenRules(card: object): readonly string[] {
  const written = JSON.stringify(card)
  // Teams' own corner of a card and of a picture is not in the schema.
  const plain = JSON.parse(written, (key, value) => (key === 'msteams' ? undefined : value))
  const shape = valid(plain) ? [] : [`schema: ${JSON.stringify(valid.errors?.slice(0, 3))}`]
  const read = new AdaptiveCard()
  read.version = new Version(1, 5)
  read.parse(plain)
  const events = read
    .validateProperties()
    // The reader's own default is five; it counts what is in the overflow too.
    .validationEvents.filter(({ event }) => event !== ValidationEvent.TooManyActions)
  const { fallbackText, lang } = plain as { readonly fallbackText?: string; readonly lang?: string }
  return [
    ...shape,
    ...events.map(({ message }) => `reader: ${message}`),
    ...(Buffer.byteLength(written) < 28 * 1024 ? [] : ['size: 28 KB or more']),
    ...(fallbackText ? [] : ['fallbackText: there is none']),
    ...(/^(nl|en)$/.test(lang ?? '') ? [] : [`lang: ${lang}`]),
  ]
}
