/** How much a site needs: memory, disk and time for an answer, with more and more networks that are all in use. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { onGround } from '../torture/ground.ts'
import type { Ground } from '../torture/house.ts'
import { type Figure, megabytes } from './figure.ts'
import { groundServer } from './server.ts'
import { liveTwoYears, people, settleOn } from './settled.ts'

const sites = [10, 100, 1000, 5000] as const

/** Bytes in a folder. */
async function weigh(ground: Ground): Promise<number | undefined> {
  if (ground.kind !== 'lowdb') return undefined
  const files = await readdir(ground.folder, { recursive: true })
  const all = await Promise.all(files.map((file) => stat(join(ground.folder, file))))
  return all.reduce((sum, { size }) => sum + size, 0)
}

export const scale: Figure = {
  name: 'scale',
  async measure({ many }, tell) {
    const { second } = await liveTwoYears()
    const server = await groundServer()
    for (const networks of sites.filter((each) => each <= many)) {
      for (const store of ['lowdb', 'postgres'] as const) {
        await onGround(
          store,
          async (ground) => {
            const bot = await settleOn(ground, second, networks, networks)
            const { memory } = await bot.answer(networks)
            const { took } = await bot.answer(networks)
            const disk = await weigh(ground)
            await bot.stop()
            tell({
              name: `memory of ${networks} networks of ${people} in their second year, ${store}`,
              measured: `${megabytes(memory)} MB`,
              target: 'no target',
              met: true,
              note: `${took.toFixed(1)} ms an answer${disk === undefined ? '' : `, ${megabytes(disk)} MB on disk`}`,
            })
          },
          server,
        )
      }
    }
  },
}
