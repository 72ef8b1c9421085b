/** `npm run gallery [-- --seed 3]`: every message and form, in both languages, as each platform gets it, on one page. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, languages } from '../../src/contracts/text.ts'
import { readFlags } from '../../src/flags.ts'
import { collect, type Sample } from './collect.ts'
import { pageOf } from './page.ts'

const usage = 'Say npm run gallery, and if you like -- --seed 3'
const { values } = readFlags(usage, { options: { seed: { type: 'string', default: '3' } } })
const samples = new Map<Language, ReadonlyMap<string, Sample>>()
for (const language of languages) samples.set(language, await collect(language, values.seed))
const folder = join(process.cwd(), 'gallery')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'index.html'), await pageOf(samples))
const count = new Set([...samples.values()].flatMap((each) => [...each.keys()])).size
process.stdout.write(`${count} kinds of messages and forms: open gallery/index.html\n`)
