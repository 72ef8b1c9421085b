/** The doors that adapters put in the bot's one server (`adapters/http`), as plain data. */
import type { Readable } from 'node:stream'

export interface HttpRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Whole and within the server's limit; empty where there was none. */
  readonly body: Buffer
}

export interface HttpAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | Readable
}

export interface HttpRoute {
  readonly method: 'GET' | 'POST'
  /** Exact, or everything below it when it ends in `/*`. */
  readonly path: string
  handle(request: HttpRequest): Promise<HttpAnswer>
}
