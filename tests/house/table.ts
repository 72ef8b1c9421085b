/** The rules of the house as data; `rules.ts` applies them. Paths are globs from the root. */

/** Who lives where and whom they may import, besides their own folder. The first room that fits counts. */
export interface Room {
  readonly room: string
  readonly may: readonly string[]
  /** Nothing from outside the repo, except types of Node itself. */
  readonly bare?: true
}

const contracts = 'src/contracts/**'
const text = 'src/text/**'
const nouns = ['network', 'meeting', 'calendar', 'agreement', 'privacy', 'summary', 'transfer', 'story'].map(
  (noun) => `src/${noun}/**`,
)
const forFeatures = [contracts, text, ...nouns, 'src/round/**', 'src/retro/**', 'src/instrument/**']

/** A folder under `src` or `adapters` that is not in this table is not allowed. */
export const rooms: readonly Room[] = [
  { room: 'src/start.mjs', may: ['src/main.ts'] },
  { room: 'src/main.ts', may: ['src/**', 'adapters/**'] },
  { room: 'src/playground-start.ts', may: ['src/**', 'adapters/web/**'] },
  { room: 'src/manifest.ts', may: ['src/**', 'adapters/**'] },
  { room: 'src/doctor.ts', may: ['src/**', 'adapters/**'] },
  { room: 'src/keeping.ts', may: [contracts, 'adapters/lowdb/**', 'adapters/postgres/**'] },
  { room: 'src/move-data.ts', may: [contracts, 'src/keeping.ts', 'src/flags.ts'] },
  { room: 'src/config.ts', may: [contracts] },
  { room: 'src/*', may: [...forFeatures, 'src/features/**', 'src/*'] },
  { room: contracts, may: [], bare: true },
  { room: text, may: [contracts] },
  { room: 'src/instrument/**', may: [contracts, text] },
  { room: 'src/picture/**', may: [contracts, text, 'src/network/picture.ts'] },
  ...nouns.map((room) => ({ room, may: [contracts, text, ...nouns] })),
  { room: 'src/round/**', may: [contracts, text, ...nouns, 'src/instrument/**'] },
  { room: 'src/retro/**', may: [contracts, text, ...nouns, 'src/instrument/**'] },
  { room: 'src/features/registry.ts', may: [contracts, 'src/features/**'] },
  { room: 'src/features/*', may: [...forFeatures, 'src/features/*'] },
  { room: 'src/features/*/**', may: [...forFeatures, 'src/picture/**', 'src/features/*'] },
  { room: 'adapters/*/**', may: [contracts] },
]

/** Doors that only some may open, whatever the rooms say. */
export const doors = [{ door: 'src/main.ts', only: ['src/start.mjs'] }]

/** Libraries that stay in their room, so that each of them can be replaced there. */
export const libraries = [
  { packages: ['@slack/*'], only: ['adapters/slack/**'] },
  { packages: ['botbuilder*', 'botframework-*'], only: ['adapters/teams/**'] },
  { packages: ['lowdb', 'steno'], only: ['adapters/lowdb/**'] },
  { packages: ['pg', 'pg-*'], only: ['adapters/postgres/**'] },
  { packages: ['preact', 'htm'], only: ['adapters/web/**'] },
  { packages: ['yaml'], only: ['src/main.ts', 'src/instrument/**', 'src/read-instruments.ts'] },
  { packages: ['pino'], only: ['src/main.ts'] },
  { packages: ['satori', 'sharp'], only: ['src/picture/**'] },
  { packages: ['@expo-google-fonts/*'], only: ['src/read-fonts.ts'] },
]

/** What reaches the environment, the network, the disk, the clock or chance, as `source.ts` names it. */
export const outsideWorld: readonly RegExp[] = [
  /^node:(fs|https?|http2|net|tls|dgram|dns|child_process|cluster|worker_threads|timers|process|os)(\/.*)?$/,
  /^node:crypto\.(random\w*|getRandomValues|webcrypto)$/,
  /^(process|globalThis|fetch|WebSocket|EventSource|XMLHttpRequest)$/,
  /^(setTimeout|setInterval|setImmediate)$/,
  /^(Date\.now|new Date\(\)|Date\(\)|Temporal\.Now|performance\.now)$/,
  /^Math\.random$/,
]

/** The only ones in `src` that may touch it, and what of it. */
export const hands = [
  { file: 'src/config.ts', may: /./ },
  { file: 'src/main.ts', may: /./ },
  { file: 'src/manifest.ts', may: /./ },
  { file: 'src/flags.ts', may: /^process\b/ },
  { file: 'src/move-data.ts', may: /^(process|node:(fs|process)\b)/ },
  { file: 'src/doctor.ts', may: /./ },
  { file: 'src/letters.ts', may: /^(process|new Date\(\)|node:(fs|process|crypto)\b)/ },
  { file: 'src/start.mjs', may: /./ },
  { file: 'src/read-instruments.ts', may: /^node:fs/ },
  { file: 'src/read-fonts.ts', may: /^node:fs/ },
]

/** What gives away the machine or the organisation a file was made on. */
export const leaks = [
  {
    what: "a package registry's host",
    pattern: /registry\.(npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.com|pkgs\.dev\.azure\.com/,
  },
  {
    what: 'a package registry of one organisation',
    pattern: /https?:\/\/[\w.-]*\b(artifactory|nexus|verdaccio|npm-proxy)\b/,
  },
  {
    what: 'a path of one machine',
    pattern: /(?<![\w.-])(\/home\/(?!node\/)\w+\/|\/Users\/\w+\/|\/root\/|\/work\/\w|[A-Z]:\\Users\\)/,
  },
]

/** Of a file with code or style. */
export const mostLines = 300
/** In the path of any file. */
export const mostSlashes = 3
