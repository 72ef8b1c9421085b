/**
 * Serves the page. Its modules are TypeScript; the browser gets them with the types taken out, once per start.
 * Every file has a route of its own, so that nothing outside this list can ever be asked for.
 */
import { readFile } from 'node:fs/promises'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HttpAnswer, HttpRoute } from '../../src/contracts/http.ts'

/** Below `/playground/` the folders are as they are here, so that relative imports hold in the browser. */
const below = '/playground'
const root = fileURLToPath(new URL('../../', import.meta.url))
const packages = createRequire(import.meta.url)

const styles = ['base.css', 'panel.css', 'chat.css', 'message.css', 'sheet.css']

const modules = [
  'adapters/web/page/api.ts',
  'adapters/web/page/app.ts',
  'adapters/web/page/blocks.ts',
  'adapters/web/page/chat.ts',
  'adapters/web/page/clock.ts',
  'adapters/web/page/composer.ts',
  'adapters/web/page/conversation.ts',
  'adapters/web/page/dialog.ts',
  'adapters/web/page/field.ts',
  'adapters/web/page/file.ts',
  'adapters/web/page/form.ts',
  'adapters/web/page/html.ts',
  'adapters/web/page/lineInput.ts',
  'adapters/web/page/lines.ts',
  'adapters/web/page/main.ts',
  'adapters/web/page/model.ts',
  'adapters/web/page/options.ts',
  'adapters/web/page/panel.ts',
  'adapters/web/page/places.ts',
  'adapters/web/page/seen.ts',
  'adapters/web/page/sure.ts',
  'adapters/web/page/text.ts',
  'adapters/web/page/time.ts',
  'adapters/web/page/visit.ts',
  'adapters/web/page/words.ts',
  'adapters/web/page/world.ts',
  'src/contracts/text.ts',
]

/** Each package with the file for browsers that lies beside its entry. */
const vendors: Readonly<Record<string, string>> = {
  preact: 'preact.mjs',
  'preact/hooks': 'hooks.mjs',
  htm: 'htm.mjs',
}

export function pageRoutes(): readonly HttpRoute[] {
  const page = join(root, 'adapters/web/page')
  return [
    served('/', 'text/html', () => readFile(join(page, 'page.html'), 'utf8')),
    ...styles.map((name) => served(`${below}/${name}`, 'text/css', () => readFile(join(page, name), 'utf8'))),
    served(`${below}/icon.svg`, 'image/svg+xml', () => readFile(join(page, 'icon.svg'), 'utf8')),
    ...modules.map((path) =>
      served(`${below}/${path}`, 'text/javascript', async () =>
        resolved(stripTypeScriptTypes(await readFile(join(root, path), 'utf8'), { mode: 'strip' })),
      ),
    ),
    ...Object.entries(vendors).map(([name, file]) =>
      served(vendorPath(name), 'text/javascript', async () =>
        resolved(await readFile(join(dirname(packages.resolve(name)), file), 'utf8')),
      ),
    ),
  ]
}

function served(path: string, type: string, load: () => Promise<string>): HttpRoute {
  let loaded: Promise<string> | undefined
  return {
    method: 'GET',
    path,
    async handle(): Promise<HttpAnswer> {
      loaded ??= load()
      return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body: await loaded }
    },
  }
}

const vendorPath = (name: string): string => `${below}/vendor/${name}.js`

/** A browser does not know packages by name. */
const resolved = (code: string): string =>
  code.replaceAll(/\bfrom\s*(["'])(preact|preact\/hooks|htm)\1/g, (_, quote, name) => {
    return `from ${quote}${vendorPath(name)}${quote}`
  })
