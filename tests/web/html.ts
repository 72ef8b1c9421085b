/** Reads rendered markup the way a reader and a browser do. */

/** A tag with its attributes; a quoted value may hold anything but its own quote. */
const tags = /<(\/?)([a-z][^\s/>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi
const attributes = /([^\s=>"]+)(?:="([^"]*)")?/g
/** Within a sentence: no break around these. */
const inline = new Set(['bdi', 'span', 'b', 'small', 'time', 'q'])

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

const decoded = (markup: string): string =>
  markup.replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)

/** Every word for people who look or listen: texts, and the words of pictures. */
export function textOf(markup: string): string {
  return decoded(
    markup.replaceAll(tags, (_, _closing: string, name: string, rest: string) => {
      const alt = /\salt="([^"]*)"/.exec(rest)?.[1] ?? ''
      return inline.has(name) ? alt : `\n${alt}\n`
    }),
  )
}

/** All that is more than words: tags and attributes, without the words that an attribute holds. */
export function aliveIn(markup: string): readonly string[] {
  return [...markup.matchAll(tags)].map(([, closing, name, rest = '']) => {
    const held = [...rest.matchAll(attributes)].map(([, key, value]) =>
      key === 'alt' ? key : `${key}=${value}`,
    )
    return `${closing}${name} ${held.join(' ')}`.trim()
  })
}

/** What stands inside the element with this id, up to the end of its kind. */
export function insideOf(markup: string, id: string): string | undefined {
  const found = new RegExp(`<([a-z]+)(?=\\s)[^>]*\\sid="${id}"[^>]*>(.*?)</\\1>`, 's').exec(markup)
  return found?.[2] === undefined ? undefined : textOf(found[2])
}
