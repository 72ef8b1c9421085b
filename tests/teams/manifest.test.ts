/** The app package: whole, the same each time, and no more commands than Teams shows. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type ManifestOptions, teamsManifest, teamsPackage } from '../../adapters/teams/manifest.ts'

const commands = Array.from({ length: 14 }, (_, index) => ({
  word: { nl: `woord${index}`, en: `word${index}` },
  does: { nl: `doet ${index}`, en: `does ${index}` },
}))
const options: ManifestOptions = {
  appId: '11111111-2222-4333-8444-555555555555',
  botName: 'Dubbelloop',
  version: '1.2.3',
  validDomains: ['bot.example.org'],
  commands,
  operator: {
    name: 'Een verzonnen schoolbestuur met een lange naam',
    website: 'https://example.org',
    privacy: 'https://example.org/privacy',
    terms: 'https://example.org/terms',
  },
}

const files = () => unzipSync(teamsPackage(options))
const json = (name: string) => JSON.parse(strFromU8(files()[name] ?? new Uint8Array()))

test('holds the manifest, the English and two icons, and is the same each time', () => {
  expect(Object.keys(files()).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png'])
  expect(json('manifest.json')).toEqual(JSON.parse(JSON.stringify(teamsManifest(options))))
  expect(json('en.json')['name.short']).toBe('Dubbelloop')
  expect(teamsPackage(options)).toEqual(teamsPackage(options))
})

test('all three scopes, twelve commands in both languages, both permissions for meetings', () => {
  const { bots, authorization, supportsChannelFeatures, developer } = teamsManifest(options)
  expect(bots[0]?.scopes).toEqual(['team', 'groupChat', 'personal'])
  expect(bots[0]?.commandLists[0]?.commands).toHaveLength(12)
  expect(json('en.json')['bots[0].commandLists[0].commands[11].title']).toBe('word11')
  expect(json('en.json')['bots[0].commandLists[0].commands[12].title']).toBeUndefined()
  expect(authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
    'OnlineMeeting.ReadBasic.Chat',
    'ChannelMeeting.ReadBasic.Group',
  ])
  expect(supportsChannelFeatures).toBe('tier1')
  expect(developer.name.length).toBeLessThanOrEqual(32)
})

test.each([
  ['color.png', 192],
  ['outline.png', 32],
])('%s is a picture of %i by itself', (name, size) => {
  const png = Buffer.from(files()[name] ?? [])
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  const data = png.subarray(41, 41 + png.readUInt32BE(33))
  expect(inflateSync(data)).toHaveLength(size * (size * 4 + 1))
})

/** Microsoft's package of every schema that it published, so nothing has to be fetched. */
const schemas = join(import.meta.dirname, '../../node_modules/@microsoft/app-manifest/build/json-schemas')

test.each(['manifest.json', 'en.json'])('%s is as Microsoft published it', async (name) => {
  const manifest = json(name)
  const path = manifest.$schema.replace('https://developer.microsoft.com/json-schemas/', '')
  const { $schema: _, id: __, ...schema } = JSON.parse(await readFile(join(schemas, path), 'utf8'))
  // Its patterns are older than the strict kind.
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
  expect(valid(manifest), JSON.stringify(valid.errors)).toBe(true)
  expect(valid({ ...manifest, name: 7, 'name.short': 'x'.repeat(200) })).toBe(false)
})
