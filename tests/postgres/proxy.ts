/** Something between the bot and the database that changes what passes, or cuts the line. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Proxy {
  readonly url: string
  /** Cuts every line as soon as this passes on its way to the database, which still gets it. */
  cutAfter(words: string): void
  /** Resolves when that has happened. */
  readonly cut: Promise<void>
  close(): Promise<void>
}

/** `change` may rewrite what the database answers, byte for byte. */
export async function startProxy(
  target: string,
  change = (answer: Buffer): Buffer => answer,
): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let words: string | undefined
  let tell = (): void => undefined
  const cut = new Promise<void>((resolve) => {
    tell = resolve
  })
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        database.end()
      })
    }
    client.on('data', (data) => {
      database.write(data)
      if (words === undefined || !data.includes(words)) return
      words = undefined
      client.destroy()
      tell()
    })
    database.on('data', (data) => client.write(change(data)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(target)
  url.port = String(typeof address === 'object' ? address?.port : '')
  return {
    url: url.href,
    cutAfter(given) {
      words = given
    },
    cut,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
