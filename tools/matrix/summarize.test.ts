import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { summarize } from './summarize.ts'

const cells = (...texts: readonly string[]): readonly Cell[] => texts.map((text) => ({ text, good: true }))

test('one word for one column', () => {
  expect(summarize(['runs'], cells('ok'))).toBe('ok')
})

test('what each column says, those that say the same together, and nothing of what does not apply', () => {
  expect(summarize(['a', 'b', 'c', 'd'], cells('ok', 'TS1479', 'ok', '-'))).toBe('ok: a, c; TS1479: b')
})
