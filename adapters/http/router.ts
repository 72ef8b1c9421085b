/** Finds the door for a request: an exact path first, then the longest `/*` above it. */
import type { HttpAnswer, HttpRoute } from '../../src/contracts/http.ts'
import { text } from './answer.ts'

export type Door =
  | { readonly route: HttpRoute; readonly path: string; readonly query: URLSearchParams }
  | { readonly answer: HttpAnswer }

export function router(routes: readonly HttpRoute[]): (method: string, url: string) => Door {
  return (method, url) => {
    const [path = '', query = ''] = split(url)
    if (!path.startsWith('/')) return { answer: text(400, 'That is no address.') }
    const here = closest(routes.filter((route) => leadsTo(route.path, path)))
    if (here.length === 0) return { answer: text(404, 'There is nothing here.') }
    const route = here.find((one) => one.method === method)
    if (route) return { route, path, query: new URLSearchParams(query) }
    const allow = [...new Set(here.map((one) => one.method))].join(', ')
    return { answer: { ...text(405, 'That cannot be done here.'), headers: { allow } } }
  }
}

function split(url: string): readonly string[] {
  const mark = url.indexOf('?')
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

const leadsTo = (pattern: string, path: string): boolean =>
  pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path

function closest(routes: readonly HttpRoute[]): readonly HttpRoute[] {
  const rank = ({ path }: HttpRoute) => (path.endsWith('/*') ? path.length : Number.POSITIVE_INFINITY)
  const best = Math.max(...routes.map(rank))
  return routes.filter((route) => rank(route) === best)
}
