import { expect, test } from 'vitest'
import { checkDependencies } from './check-dependencies.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('compares the table with package.json in both directions', () => {
  const root = fixtureTree({
    'packages/core/package.json': JSON.stringify({
      name: '@wecom-kit/core',
      dependencies: { undici: '1', 'left-pad': '1', '@wecom-kit/other': '1' },
      peerDependencies: { keyv: '5' },
      devDependencies: { vitest: '5' },
    }),
    'docs/decisions/2026-11-20-dependencies.md': [
      '| Package | Dependency | Why not ourselves |',
      '|---|---|---|',
      '| core | `undici` | `fetch` has no pool |',
      '| core | `keyv` (optional peer), `gone` | the store |',
      '| simulator | none | small |',
    ].join('\n'),
  })
  expect(checkDependencies(root)).toEqual([
    'docs/decisions/2026-11-20-dependencies.md: no row for core: left-pad',
    'docs/decisions/2026-11-20-dependencies.md: a row for core: gone, which is not used',
  ])
})
