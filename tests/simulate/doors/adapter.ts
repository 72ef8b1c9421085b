/** What every real adapter has around it in a simulated year: an ear, an eye on what stands, and weather. */
import type { ChatAdapter, Parcel, Receive } from '../../../src/contracts/chat.ts'
import { SendFailed } from '../../../src/contracts/errors.ts'
import type { Values } from '../../../src/contracts/form.ts'
import type { Incoming } from '../../../src/contracts/incoming.ts'
import type { Log } from '../../../src/contracts/log.ts'
import type { Pictures } from '../../../src/contracts/message.ts'
import type { Reply } from '../../../src/contracts/reply.ts'
import type { Store } from '../../../src/contracts/store.ts'
import { drawPicture } from '../../../src/picture/draw.ts'
import { createPictures } from '../../../src/pictures.ts'
import { readFonts } from '../../../src/read-fonts.ts'
import type { Broken } from '../rules/seen.ts'
import type { Done, DoorParts } from './door.ts'
import { readersOf, type Storm, stormFor } from './weather.ts'

/** Pictures as they are in use: drawn from their records. */
export const realPictures = (store: Store): Pictures =>
  createPictures({
    store,
    load: async () => {
      const fonts = await readFonts()
      return (picture) => drawPicture(picture, fonts)
    },
  })

/** Listens to what reaches the core while somebody does something, and to what it answers. */
export function ear(receive: Receive) {
  let heard: { readonly incoming: Incoming; readonly reply: Reply }[] = []
  const listening: Receive = async (incoming) => {
    const reply = await receive(incoming)
    heard.push({ incoming, reply })
    return reply
  }
  return {
    receive: listening,
    forget() {
      heard = []
    },
    /** The first of that kind, and whether it is what they did. */
    of(done: Done): { readonly reply: Reply; readonly broken: Broken } {
      const { person, deed } = done
      const found = heard.find(({ incoming }) => incoming.kind === deed.kind)
      if (!found)
        return {
          reply: { kind: 'nothing' },
          broken: [`platform: a ${deed.kind} of ${person.name} did not reach the bot`],
        }
      return { reply: found.reply, broken: misheard(done, found.incoming) }
    },
  }
}

function misheard({ person, deed }: Done, incoming: Incoming): Broken {
  const { who, where: _, id: __, ...arrived } = incoming
  const { user, name, language } = person
  const told = !['command', 'press', 'submit'].includes(deed.kind)
  const same = told || (who.user === user && who.name === name && who.language === language)
  return [
    ...(same ? [] : [`platform: ${name} arrived as ${JSON.stringify(who)}`]),
    ...(written(arrived) === written(deed)
      ? []
      : [`platform: ${written(deed)} of ${name} arrived as ${written(arrived)}`]),
  ]
}

/** In an order that says nothing, and without what was left empty. */
function written(deed: object): string {
  const { values = {}, ...rest } = deed as { readonly values?: Values }
  const filled = Object.entries(values)
    .filter(([, value]) => value.length > 0)
    .map(([id, value]) => [id, typeof value === 'string' ? value : [...value].sort()] as const)
  return JSON.stringify([Object.entries(rest).sort(byName), filled.sort(byName)])
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one.localeCompare(other)

/** How the stand-in of a platform is told to refuse the next sending; without a storm all is well again. */
export type Fail = (storm: Storm | undefined, inChannel: boolean) => void

export interface Watched {
  readonly adapter: ChatAdapter
  /** The weather is bad now. */
  storming(): boolean
}

/** The adapter, and everything that it brings somewhere is told. */
export function watched(adapter: ChatAdapter, parts: DoorParts, fail: Fail): Watched {
  const { groups, figures, trouble, stands, report } = parts
  const readerOf = readersOf(groups)
  let storming = false

  async function put<T>(parcel: Parcel, fresh: boolean, work: () => Promise<T>): Promise<T> {
    const reader = readerOf(parcel.place.id)
    const { group, person } = reader
    const storm = stormFor(reader, trouble)
    const tell = () => stands({ group, ...(person && { person }), parcel, fresh })
    storming = storm !== undefined
    fail(storm, person === undefined)
    try {
      const done = await work()
      tell()
      return done
    } catch (error) {
      figures.refused += 1
      if (storm?.how === 'arrived') tell()
      if (storm?.how === 'later') throw patiently(error, storm.wait, (broken) => report(group, broken))
      if (!storm) report(group, [`platform: not sent: ${error instanceof Error ? error.message : error}`])
      throw error
    } finally {
      fail(undefined, false)
      storming = false
    }
  }

  return {
    adapter: {
      ...adapter,
      send: (parcel) => put(parcel, true, () => adapter.send(parcel)),
      update: (address, parcel) => put(parcel, false, () => adapter.update(address, parcel)),
    },
    storming: () => storming,
  }
}

/** An adapter may wait somewhat longer than it was asked to, by chance; here always as long. */
function patiently(error: unknown, asked: number, report: (broken: Broken) => void): unknown {
  const wait = error instanceof SendFailed && error.reason === 'later' ? error.wait : 0
  if (wait < asked || wait > asked * 2) report([`platform: asked to wait ${asked}, waits ${wait}`])
  return new SendFailed('later', 'The platform asks for patience.', asked)
}

/** In good weather an adapter has nothing to warn of. */
export const strict = (log: Log, storming: () => boolean, report: DoorParts['report']): Log => ({
  ...log,
  warn(fields, event) {
    if (!storming()) report(undefined, [`platform: ${event} ${JSON.stringify(fields)}`])
    log.warn(fields, event)
  },
})

/** The beginning of a text, by which it is found in what is shown. */
export const beginningOf = (text: string): string => flat(text).slice(0, 50).trim()

/** White space differs from one platform to the other. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
