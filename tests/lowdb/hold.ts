/** Run by itself: opens the store in the folder it is given, says what came of that, and stays until it is told. */
import { openLowdbStore } from '../../adapters/lowdb/index.ts'
import { decide, put } from './make.ts'

try {
  const store = await openLowdbStore({ folder: process.argv[2] ?? '' })
  await store.transact('n', decide([put(`process-${process.argv[3]}`, 1)]))
  console.log('open')
  process.stdin.on('data', async () => {
    await store.close()
    console.log('closed')
  })
  process.stdin.on('end', () => process.exit(0))
} catch (error) {
  console.log(error instanceof Error ? error.message : 'failed')
  process.exitCode = 1
}
