import { expect, test } from 'vitest'
import { checkFileSize } from './check-file-size.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('refuses the 301st line of a source file, not of a test or a table', () => {
  const root = fixtureTree({
    'a.ts': 'x\n'.repeat(300),
    'b.ts': 'x\n'.repeat(301),
    'b.test.ts': 'x\n'.repeat(301),
    'packages/core/src/wecom/errcode-table.ts': 'x\n'.repeat(301),
  })
  expect(checkFileSize(root)).toEqual(['b.ts: 301 lines, 300 are allowed'])
})
