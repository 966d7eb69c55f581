import { expect, test } from 'vitest'
import { checkMachinePaths } from './check-machine-paths.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('finds folders of a machine and files beside the repository', () => {
  const root = fixtureTree({
    'a.md': ['fine: https://example.com/tmp/x', `see ${['', 'tmp', 'x.log'].join('/')}`].join('\n'),
    'b.ts': `const path = '${['', 'Users', 'me', 'b'].join('/')}'`,
    'c.ts': `readFile('${['..', 'shared', 'contract.md'].join('/')}')`,
    'd.ts': "import { a } from '../shared/a.ts'",
  })
  expect(checkMachinePaths(root).map((problem) => problem.split(': ')[0])).toEqual([
    'a.md:2',
    'b.ts:1',
    'c.ts:1',
  ])
})
