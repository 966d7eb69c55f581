import { expect, test } from 'vitest'
import { varyByViewer } from './answers.ts'
import { requestIdOf } from './answers.ts'

test.each([
  [undefined, 'Cookie, Authorization'],
  ['Origin', 'Origin, Cookie, Authorization'],
  ['authorization,COOKIE', 'authorization, COOKIE'],
])('Vary: %s becomes %s', (existing, wanted) => {
  expect(varyByViewer(existing)).toBe(wanted)
})

test('a request id that could forge a log line is replaced', () => {
  expect(requestIdOf('abc-1')).toBe('abc-1')
  for (const bad of ['a\nb', '', 'x'.repeat(65), '{"a":1}', ['a', 'b'], undefined]) {
    expect(requestIdOf(bad)).toMatch(/^[0-9a-f-]{36}$/)
  }
})
