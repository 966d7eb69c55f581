import { expect, test } from 'vitest'
import { checkThreatModel } from './check-threat-model.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('finds cases that the linked test does not have', () => {
  const root = fixtureTree({
    'SECURITY.md': [
      '[A1–A3](./a.test.ts), [A4](./a.test.ts), [abuse 3, 36](./a.test.ts)',
      '[words](./a.test.ts) [B1](./gone.test.ts) [page](./README.md)',
    ].join('\n'),
    'a.test.ts': "it('A1 · one', f)\nit('A3 · three', f)\nit('A40 · forty', f)\ntest('abuse 36: x', f)\n",
  })
  expect(checkThreatModel(root)).toEqual([
    'SECURITY.md: A4 is no test of a.test.ts',
    'SECURITY.md: abuse 3 is no test of a.test.ts',
    'SECURITY.md: gone.test.ts does not exist',
  ])
})
