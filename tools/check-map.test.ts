import { expect, test } from 'vitest'
import { checkMap } from './check-map.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('finds a folder without a line', () => {
  const root = fixtureTree({
    'AGENTS.md': '| `packages/core/src/token` | tokens |\n',
    'packages/core/package.json': JSON.stringify({ name: '@wecom-kit/core' }),
    'packages/core/src/index.ts': '',
    'packages/core/src/token/a.ts': '',
    'packages/core/src/new/deep/b.ts': '',
  })
  expect(checkMap(root)).toEqual(['AGENTS.md: the map has no line for packages/core/src/new'])
})
