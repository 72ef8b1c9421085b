/** What whoever runs the bot asks it: are you alive, can you serve, how are you doing. */
import type { HttpRoute } from '../../src/contracts/http.ts'
import { text } from './answer.ts'

export interface Health {
  ready(): Promise<boolean>
  figures(): string
}

export function healthRoutes({ ready, figures }: Health): readonly HttpRoute[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => text(200, 'ok') },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () =>
        (await ready().catch(() => false)) ? text(200, 'ready') : text(503, 'not ready yet'),
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
        body: figures(),
      }),
    },
  ]
}
