import { resolveObjectURL } from 'node:buffer'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Blocks } from '../../adapters/web/page/blocks.ts'
import { offer } from '../../adapters/web/page/file.ts'
import { everyFile } from '../contracts/everything.ts'
import { aliveIn, textOf } from './html.ts'

const hostile = '</a><script>alert(1)</script>'

test('a file is a download with its name; what it holds is nowhere in the page', () => {
  const file = everyFile('nl', hostile)
  const markup = renderToString(h(Blocks, { blocks: [file], onPress: () => undefined }))
  expect(textOf(markup)).toContain(`Download ${file.name}`)
  expect(aliveIn(markup).filter((tag) => tag.startsWith('a '))).toEqual([
    `a class=download download=${file.name}`,
  ])
  expect(markup).not.toContain('alert')
})

test('a download is there until it is withdrawn, and says what it is', async () => {
  const file = { ...everyFile('nl', hostile), type: 'application/json' } as const
  const { address, withdraw } = offer(file)
  const there = resolveObjectURL(address)
  expect(there?.type).toBe('application/json;charset=utf-8')
  expect(await there?.text()).toBe(file.content)
  withdraw()
  expect(resolveObjectURL(address)).toBeUndefined()
})
