import { expect, test } from 'vitest'
import { checkExports } from './check-exports.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('names what came and what went', () => {
  const root = fixtureTree({
    'packages/a/package.json': JSON.stringify({
      name: '@wecom-kit/a',
      exports: {
        '.': { 'wecom-kit-source': './src/index.ts' },
        './testing': { 'wecom-kit-source': './src/testing/index.ts' },
        './package.json': './package.json',
      },
    }),
    'packages/a/src/index.ts':
      "export { kept, fresh as renamed, type Shape } from './x.ts'\nexport * from './whole/index.ts'\n",
    'packages/a/src/whole/index.ts': "export { kept, another } from '../x.ts'\n",
    'packages/a/src/testing/index.ts': "export const help = 1\nexport type { Kept } from './y.ts'\n",
    'tools/exported-names.json': JSON.stringify({
      '@wecom-kit/a': { values: ['gone', 'kept'], types: [] },
      '@wecom-kit/a/testing': { values: ['help'], types: ['Kept'] },
    }),
  })
  expect(checkExports(root)).toEqual([
    '@wecom-kit/a, value gone: is no longer exported',
    '@wecom-kit/a, value another: is exported and not listed in tools/exported-names.json',
    '@wecom-kit/a, value renamed: is exported and not listed in tools/exported-names.json',
    '@wecom-kit/a, type Shape: is exported and not listed in tools/exported-names.json',
  ])
})
