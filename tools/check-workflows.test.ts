import { expect, test } from 'vitest'
import { checkWorkflows } from './check-workflows.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const workflow = (...steps: readonly string[]): string =>
  `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
${steps.map((step) => `      - ${step}\n`).join('')}`

const problems = (text: string) =>
  checkWorkflows(fixtureTree({ 'package.json': '{"scripts":{"check":""}}', '.github/workflows/a.yml': text }))

test('accepts a workflow with pinned actions, no rights and known scripts', async () => {
  const text = workflow('run: npx -y pnpm@12 check', 'run: pnpm run check', 'run: npx -y pnpm@12 install')
  expect(await problems(text)).toEqual([])
})

test('finds what actionlint finds, moving tags, missing permissions and missing scripts', async () => {
  const text = workflow('uses: actions/setup-node@v7', 'run: pnpm run gone', 'runs: typo')
  expect(await problems(text.replace('permissions: {}\n', ''))).toEqual([
    expect.stringMatching(/^\.github\/workflows\/a\.yml:9: unexpected key "runs"/),
    expect.stringContaining('a.yml:9: step must run script'),
    '.github/workflows/a.yml: actions/setup-node@v7 is not pinned as owner/name@<commit> # v1.2.3',
    '.github/workflows/a.yml: does not begin with "permissions: {}"',
    '.github/workflows/a.yml: the root has no script gone',
  ])
})

test('a file that actionlint cannot read is a problem, not the end of the check', async () => {
  expect(await problems(`${workflow()}  matrix:\n        node: [a]\n    steps: []\n`)).toEqual([
    expect.stringContaining('.github/workflows/a.yml: actionlint gave up'),
  ])
})
