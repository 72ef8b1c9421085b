/**
 * Pictures by their id, for every platform: the network that has it is looked up, its record read and drawn. What
 * draws is heavy and comes when the first picture is asked for.
 */
import { createHash } from 'node:crypto'
import type { Pictures } from './contracts/message.ts'
import type { Store } from './contracts/store.ts'
import { type Picture, pictureId, pictureLookup, pictures } from './network/picture.ts'

type Draw = (picture: Picture) => Promise<Uint8Array>

export interface PictureParts {
  readonly store: Store
  load(): Promise<Draw>
}

/** A message has four pictures or so, and everybody opens it in the same hour. */
const mostKept = 40

export function createPictures({ store, load }: PictureParts): Pictures {
  let draw: Promise<Draw> | undefined
  /** By what they show; the one that was asked for last is at the end. */
  const kept = new Map<string, Promise<Uint8Array>>()

  async function find(id: string): Promise<Picture | undefined> {
    for (const network of await store.networksBy(pictureLookup(id))) {
      const picture = pictures.get(await store.read(network), id)
      if (picture) return picture
    }
    return undefined
  }

  async function drawn(picture: Picture): Promise<Uint8Array> {
    draw ??= load()
    return (await draw)(picture)
  }

  return async (id) => {
    const picture = pictureId.test(id) ? await find(id) : undefined
    if (!picture) return undefined
    const key = createHash('sha256').update(JSON.stringify(picture)).digest('base64url')
    const png = kept.get(key) ?? drawn(picture)
    kept.delete(key)
    kept.set(key, png)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    try {
      return await png
    } catch (error) {
      kept.delete(key)
      throw error
    }
  }
}
