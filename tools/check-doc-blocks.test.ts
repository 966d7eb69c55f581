import { expect, test } from 'vitest'
import { checkDocBlocks } from './check-doc-blocks.ts'
import { fixtureTree } from './support/fixture-tree.ts'

function problems(files: Readonly<Record<string, string>>): readonly string[] {
  return checkDocBlocks(
    fixtureTree({
      'packages/a/package.json': JSON.stringify({
        name: '@wecom-kit/a',
        exports: { '.': { 'wecom-kit-source': './src/index.ts' } },
      }),
      ...files,
    }),
  )
}

test('follows a name to its declaration', () => {
  expect(
    problems({
      'packages/a/src/index.ts':
        "export { a, type B } from './a.ts'\nexport type { C as D } from './c.ts'\nexport type { E } from './e.ts'\n",
      'packages/a/src/e.ts': "import { d, type E } from './f.ts'\n\nd()\n\nexport type { E }\n",
      'packages/a/src/f.ts': '/** Holds more. */\nexport interface E {}\n',
      'packages/a/src/a.ts':
        '/** Does a. */\nexport async function a(): Promise<void> {}\n/** Holds much. */\nexport interface B {}\n',
      'packages/a/src/c.ts': "export type { C } from './d.ts'\n",
      'packages/a/src/d.ts': '/**\n * Is C.\n */\nexport type C = string\n',
    }),
  ).toEqual([])
})

test('asks for a block on what a user calls, and of types only for their methods', () => {
  expect(
    problems({
      'packages/a/src/index.ts':
        "export {\n  a,\n  type B,\n} from './a.ts'\n/** Holds little. */\nexport const c = 1\n",
      'packages/a/src/a.ts':
        '// Does a.\nexport function a(): void {}\n\nexport interface B {\n  /** Does d. */\n  d(): void\n  d(more: number): void\n  e(): void\n}\n\nexport interface Port {\n  get(): void\n}\n',
    }),
  ).toEqual([
    'packages/a/src/a.ts: a is exported without a doc block',
    'packages/a/src/a.ts: B.e has no doc block',
  ])
})

test('refuses a block that says what the name says', () => {
  const source = [
    '/** The session store. */',
    'export interface SessionStore {',
    '  /** Options of {@link create}. */',
    '  options: object',
    '  /** Seconds. */',
    '  timeout: number',
    '  /** A session that was stored. */',
    '  storedSession: string',
    '}',
    '',
  ].join('\n')
  expect(problems({ 'packages/a/src/index.ts': source })).toEqual([
    'packages/a/src/index.ts: SessionStore: "The session store." says no more than the name',
    'packages/a/src/index.ts: options: "Options of {@link create}." says no more than the name',
  ])
})

test('finds exports of nothing', () => {
  expect(
    problems({
      'packages/a/src/index.ts': "export { a } from './a.ts'\nexport { b } from './b.ts'\n",
      'packages/a/src/a.ts': '',
    }),
  ).toEqual([
    'packages/a/src/a.ts: does not export a',
    'packages/a/src/index.ts: exports b from ./b.ts, which does not exist',
  ])
})
