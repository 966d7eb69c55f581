import { expect, test } from 'vitest'
import { checkOptionTables } from './check-option-tables.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('holds the table of a README to the type, sections included', () => {
  const root = fixtureTree({
    'packages/a/package.json': JSON.stringify({
      name: '@wecom-kit/a',
      exports: { '.': { 'wecom-kit-source': './src/index.ts' } },
    }),
    'packages/a/src/index.ts':
      'export interface AOptions {\n  needed: string\n  other?: number | undefined\n  forgotten?: string | undefined\n}\n\nexport interface PartOptions {\n  idle?: number | undefined\n}\n',
    'packages/a/README.md':
      '# A\n\n## Options\n\n| option | |\n|---|---|\n| `needed` · `other` | `code` |\n| `part.idle` | |\n| `gone` | |\n\n## More\n\n| `x` | |\n',
  })
  const table = {
    readme: 'packages/a/README.md',
    types: { AOptions: '', PartOptions: 'part.' },
    elsewhere: [],
  }
  expect(checkOptionTables(root, [table])).toEqual([
    'packages/a/README.md: says nothing of the option forgotten',
    'packages/a/README.md: there is no option gone',
  ])
})
