import { parseAst } from 'vitest/node'
import { boundBy, chainOf, everyNode, isNode, type Node, nameOf, nodesIn, textOf } from './syntax.ts'

/** One mention of another module, in whatever way the language allows. */
export interface Import {
  /** As written; absent when it is only known while running. */
  readonly to?: string
  readonly typeOnly: boolean
  readonly line: number
}

/** Something used that the file did not make itself: `fetch`, `Date.now`, `new Date()`, `node:crypto.randomUUID`. */
export interface Use {
  readonly name: string
  readonly line: number
}

/** What the rules need to know of a file of code. */
export interface Source {
  readonly path: string
  readonly imports: readonly Import[]
  readonly uses: readonly Use[]
  /** What it gives to others, without types. */
  readonly exports: readonly string[]
  /** Every name that is written in it. */
  readonly names: ReadonlySet<string>
}

const resolvers = new Set(['require', 'require.resolve', 'import.meta.resolve'])

function importIn(node: Node): { readonly from: unknown; readonly typeOnly: boolean } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { from: node.source, typeOnly: node.importKind === 'type' }
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node.source ? { from: node.source, typeOnly: node.exportKind === 'type' } : undefined
    case 'ImportExpression':
      return { from: node.source, typeOnly: false }
    case 'TSImportType':
      return { from: node.source, typeOnly: true }
    case 'CallExpression':
      return resolvers.has(chainOf(node.callee) ?? '')
        ? { from: nodesIn(node.arguments)[0], typeOnly: false }
        : undefined
    default:
      return undefined
  }
}

/**
 * The file's own names, each with what it stands for: a module when all of it was imported, otherwise nothing.
 * One scope for the whole file: who calls a parameter `fetch` cannot be caught using the real one.
 */
function ownNames(nodes: readonly Node[]): ReadonlyMap<string, string | undefined> {
  const own = new Map<string, string | undefined>()
  for (const node of nodes) {
    if (node.type === 'ImportDeclaration') {
      for (const specifier of nodesIn(node.specifiers)) {
        const whole = specifier.type !== 'ImportSpecifier'
        own.set(nameOf(specifier.local) ?? '', whole ? textOf(node.source) : undefined)
      }
    } else if (/^(Variable|Function|Class|Arrow|Catch)/.test(node.type)) {
      const patterns = [node.id, node.param, node.params].flatMap(nodesIn)
      for (const name of patterns.flatMap(boundBy)) own.set(name, undefined)
    }
  }
  return own
}

/** Types are gone when the program runs; these only look like them. */
const runningTypes = /^TS(As|Satisfies|NonNull|Instantiation)Expression$|^TSTypeAssertion$/

/** Parts of a node that are a name without being a use of it. */
function isOnlyAName(parent: Node, key: string): boolean {
  if (key === 'property') return parent.type === 'MemberExpression' && !parent.computed
  if (key === 'key') return !parent.computed
  return /^(Import|Export).*Specifier$/.test(parent.type) && key !== 'local'
}

function usesIn(
  node: Node,
  own: ReadonlyMap<string, string | undefined>,
): readonly { name: string; node: Node }[] {
  if (node.type.startsWith('TS') && !runningTypes.test(node.type)) return []
  const outside = (of: unknown): string | undefined => {
    const [first, ...rest] =
      chainOf(of)
        ?.replace(/^(globalThis|window|self)\./, '')
        .split('.') ?? []
    if (first === undefined || (own.has(first) && own.get(first) === undefined)) return undefined
    return [own.get(first) ?? first, ...rest].join('.')
  }
  const found: string[] = []
  const chain = outside(node)
  if (chain) found.push(chain)
  const called = outside(node.callee)
  if (called && node.type === 'CallExpression') found.push(`${called}()`)
  if (called && node.type === 'NewExpression' && nodesIn(node.arguments).length === 0)
    found.push(`new ${called}()`)
  if (node.type === 'ImportDeclaration' && node.importKind !== 'type') {
    for (const { imported } of nodesIn(node.specifiers))
      found.push(`${textOf(node.source)}.${nameOf(imported)}`)
  }
  const inside = Object.entries(node)
    .filter(([key]) => !isOnlyAName(node, key))
    .flatMap(([, value]) => nodesIn(value))
  return [...found.map((name) => ({ name, node })), ...inside.flatMap((child) => usesIn(child, own))]
}

function exportsIn(node: Node): readonly string[] {
  if (node.type !== 'ExportNamedDeclaration' || node.exportKind === 'type') return []
  const listed = nodesIn(node.specifiers).filter(({ exportKind }) => exportKind !== 'type')
  const declared = nodesIn(node.declaration).filter(({ type }) => !type.startsWith('TS'))
  const bound = declared.flatMap(({ id, declarations }) => [
    ...nodesIn(id).flatMap(boundBy),
    ...nodesIn(declarations).flatMap((each) => nodesIn(each.id).flatMap(boundBy)),
  ])
  return [...bound, ...listed.flatMap(({ exported }) => nameOf(exported) ?? [])]
}

/** Reads a file of code. Throws when it is not TypeScript or JavaScript. */
export function readSource(path: string, text: string): Source {
  const program: unknown = parseAst(text, { lang: path.endsWith('ts') ? 'ts' : 'js' }, path)
  if (!isNode(program)) throw new Error(`${path} cannot be parsed`)
  const nodes = everyNode(program)
  const lineOf = (node: Node): number => text.slice(0, node.start).split('\n').length
  const imports = nodes.flatMap((node): readonly Import[] => {
    const found = importIn(node)
    if (!found) return []
    const to = textOf(found.from)
    return [{ ...(to !== undefined && { to }), typeOnly: found.typeOnly, line: lineOf(node) }]
  })
  const uses = usesIn(program, ownNames(nodes)).map(({ name, node }) => ({ name, line: lineOf(node) }))
  const names = new Set(nodes.flatMap((node) => nameOf(node) ?? []))
  return { path, imports, uses, exports: nodes.flatMap(exportsIn), names }
}
