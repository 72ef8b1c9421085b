// Plain JavaScript of the oldest kind that has import(): an old Node must get as far as the sentence below.
if (process.features.typescript) {
  // Compiled once and kept beside the packages: the next start takes a third of the time.
  Promise.all([import('node:module'), import('node:url')]).then(
    ([{ enableCompileCache }, { fileURLToPath }]) => {
      enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))
      return import('./main.ts')
    },
  )
} else {
  process.stderr.write(
    'Dubbelloop needs Node 22.18 or newer, and this is ' +
      process.version +
      '. On Linux and Windows `npm ci` brings its own, which `npm start` uses; ' +
      'on macOS install Node 24 from https://nodejs.org.\n',
  )
  process.exitCode = 1
}
