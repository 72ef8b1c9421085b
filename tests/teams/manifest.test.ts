/** The app package: whole, the same each time, and no more commands than Teams shows. */
import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import {
  englishOf,
  type ManifestOptions,
  teamsManifest,
  teamsPackage,
} from '../../adapters/teams/manifest.ts'

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
  expect(json('en.json')).toEqual(englishOf(options))
  expect(teamsPackage(options)).toEqual(teamsPackage(options))
})

test('all three scopes, twelve commands in both languages, both permissions for meetings', () => {
  const { bots, authorization, supportsChannelFeatures, developer } = teamsManifest(options)
  expect(bots[0]?.scopes).toEqual(['team', 'groupChat', 'personal'])
  expect(bots[0]?.commandLists[0]?.commands).toHaveLength(12)
  expect(englishOf(options)['bots[0].commandLists[0].commands[11].title']).toBe('word11')
  expect(englishOf(options)['bots[0].commandLists[0].commands[12].title']).toBeUndefined()
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
