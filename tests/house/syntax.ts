/** A piece of parsed code (ESTree). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** Tells a piece of code from the plain values beside it. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The pieces in one field of a node, which may hold one, several or none. */
export const nodesIn = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : [value]).filter(isNode)

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flatMap(nodesIn)

/** A node and all below it. */
export const everyNode = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(everyNode)]

/** The name, when it is nothing but a name. */
export const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined

/** The text of a string known beforehand: 'x', "x" or `x`. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || nodesIn(node.expressions).length > 0) return undefined
  return nodesIn(node.quasis)
    .map((quasi) => String((quasi.value as { cooked?: string }).cooked))
    .join('')
}

/** `a.b.c` as it is written; undefined for anything that is not a plain chain of names. */
export function chainOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type !== 'MemberExpression') return nameOf(node)
  const property = node.computed ? textOf(node.property) : nameOf(node.property)
  const object = chainOf(node.object)
  return object && property && `${object}.${property}`
}

/** Names a pattern binds: `a`, `{ a, b: c }`, `[a, ...b]`, `a = 1`. */
export function boundBy(pattern: Node): readonly string[] {
  const name = nameOf(pattern)
  if (name) return [name]
  const parts = ['left', 'argument', 'value', 'parameter', 'properties', 'elements']
  return parts.flatMap((part) => nodesIn(pattern[part])).flatMap(boundBy)
}
