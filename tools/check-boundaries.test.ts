import { expect, test } from 'vitest'
import { checkBoundaries } from './check-boundaries.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const manifest = (name: string, dependencies: Record<string, string> = {}): string =>
  JSON.stringify({
    name: `@wecom-kit/${name}`,
    exports: { '.': { 'wecom-kit-source': './src/index.ts' } },
    dependencies,
  })

function problems(files: Readonly<Record<string, string>>): readonly string[] {
  return checkBoundaries(
    fixtureTree({
      'packages/core/package.json': manifest('core'),
      'packages/graphql/package.json': manifest('graphql'),
      'packages/simulator/package.json': manifest('simulator'),
      ...files,
    }),
  )
}

test('lets graphql import core, and tests import the simulator', () => {
  expect(
    problems({
      'packages/graphql/src/index.ts': "export { a } from './a.ts'",
      'packages/graphql/src/a.ts': "import { b } from '@wecom-kit/core'",
      'packages/graphql/src/a.test.ts': "import { startSimulator } from '@wecom-kit/simulator'",
    }),
  ).toEqual([])
})

test('refuses a simulator that imports core, even in its tests', () => {
  expect(
    problems({
      'packages/simulator/src/a.ts': "import { b } from '@wecom-kit/core'",
      'packages/simulator/test/a.test.ts': "import { b } from '@wecom-kit/core/testing'",
    }),
  ).toEqual([
    'packages/simulator/src/a.ts: @wecom-kit/simulator may not import @wecom-kit/core',
    'packages/simulator/test/a.test.ts: @wecom-kit/simulator may not import @wecom-kit/core',
  ])
})

test('refuses the simulator in a source file and in the dependencies', () => {
  expect(
    problems({
      'packages/graphql/package.json': manifest('graphql', { '@wecom-kit/simulator': 'workspace:*' }),
      'packages/graphql/src/a.ts': "import { startSimulator } from '@wecom-kit/simulator'",
    }),
  ).toEqual([
    'packages/graphql/src/a.ts: @wecom-kit/graphql may not import @wecom-kit/simulator',
    'packages/graphql/package.json: @wecom-kit/graphql may not depend on @wecom-kit/simulator',
  ])
})

test('lets tests alone import what is never published', () => {
  expect(
    problems({
      'packages/core/src/a.ts': "import { freePort } from 'test-support/free-port'",
      'packages/core/src/a.test.ts': "import { freePort } from 'test-support/free-port'",
    }),
  ).toEqual(['packages/core/src/a.ts: test-support is there for tests and is not published'])
})

test('refuses a framework in core', () => {
  expect(problems({ 'packages/core/src/a.ts': "import type { Request } from 'express'" })).toEqual([
    'packages/core/src/a.ts: core imports the framework express',
  ])
})

test('refuses the entry from inside and a path to another package', () => {
  expect(
    problems({
      'packages/core/src/index.ts': "export { a } from './a/a.ts'",
      'packages/core/src/b/b.ts': "import { a } from '../index.ts'",
      'packages/graphql/src/c.ts': "import { a } from '../../core/src/a/a.ts'",
    }),
  ).toEqual([
    'packages/core/src/b/b.ts: imports the entry packages/core/src/index.ts, whose place is the outside',
    'packages/graphql/src/c.ts: reaches out of its package to packages/core/src/a/a.ts',
  ])
})

test('finds folders that import each other over several steps, type imports included', () => {
  expect(
    problems({
      'packages/core/src/a/a.ts': "import { b } from '../b/b.ts'",
      'packages/core/src/b/b.ts': "import type { C } from '../c.ts'",
      'packages/core/src/c.ts': "import { a } from './a/x.ts'",
      'packages/core/src/b/b.test.ts': "import { d } from '../d/d.ts'",
      'packages/core/src/d/d.ts': "import { b } from '../b/b.ts'",
    }),
  ).toEqual(['packages/core/src: folders import each other: a -> b -> c.ts -> a'])
})

test('finds files of one folder that import each other, types included', () => {
  expect(
    problems({
      'packages/core/src/a/a.ts': "import { b } from './b.ts'",
      'packages/core/src/a/b.ts': "import type { A } from './a.ts'",
    }),
  ).toEqual([
    'files import each other: packages/core/src/a/a.ts -> packages/core/src/a/b.ts -> packages/core/src/a/a.ts',
  ])
})
