/**
 * Keeps the playground on this computer. A page elsewhere on the web can make a visitor's browser call
 * 127.0.0.1, by a name of its own or from its own scripts; its `Host` or `Origin` gives that away.
 */
import type { HttpAnswer, HttpRequest, HttpRoute } from '../../src/contracts/http.ts'

const thisComputer = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** The same route, closed to whoever is not this computer's own page. */
export function guarded(route: HttpRoute): HttpRoute {
  return { ...route, handle: async (request) => refusal(request) ?? answered(await route.handle(request)) }
}

function refusal({ method, headers }: HttpRequest): HttpAnswer | undefined {
  const { origin } = headers
  const host = String(headers.host ?? '')
  if (!thisComputer.test(host)) return no(403, 'The playground only answers on this computer itself.')
  if (origin !== undefined && origin !== `http://${host}`) {
    return no(403, 'The playground only listens to its own page.')
  }
  const kind = String(headers['content-type'] ?? '').split(';')[0]
  if (method === 'POST' && kind?.trim().toLowerCase() !== 'application/json') {
    return no(415, 'The playground only reads application/json.')
  }
  return undefined
}

export const no = (status: number, words: string): HttpAnswer => ({ status, body: words })

const policy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

function answered(answer: HttpAnswer): HttpAnswer {
  const headers = {
    'content-security-policy': policy,
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
  return { ...answer, headers: { ...headers, ...answer.headers } }
}
