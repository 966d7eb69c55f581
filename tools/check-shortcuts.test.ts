import { expect, test } from 'vitest'
import { checkShortcuts } from './check-shortcuts.ts'
import { fixtureTree } from './support/fixture-tree.ts'

// The ~ keeps this file from being found itself.
const whatWasFound = (problem: string): string => problem.split(': ').slice(0, 2).join(': ')

test('finds every shortcut in a source file', () => {
  const root = fixtureTree({
    'a.ts': [
      '// T~OD~O later',
      'const a: a~ny = 1',
      'const b = a as a~ny',
      'const c = a as u~nknown as string',
      '// @ts-i~gnore',
      '// oxlint-d~isable-next-line no-console',
      '// oxlint-d~isable-next-line no-console -- the reason',
      ' * This is a comment: a~ny store will do',
      'const company = anything(methods)',
    ]
      .join('\n')
      .replaceAll('~', ''),
  })
  expect(checkShortcuts(root).map(whatWasFound)).toEqual([
    'a.ts:1: an unfinished mark',
    'a.ts:2: the type any',
    'a.ts:3: the type any',
    'a.ts:4: a cast through unknown',
    'a.ts:5: a silenced compiler',
    'a.ts:6: a linter silenced without a reason after --',
  ])
})

test('lets a test hand over wrong types, and skip only with a condition', () => {
  const root = fixtureTree({
    'test/a.test.ts': [
      "it.s~kip('a', () => {})",
      "describe.o~nly('b', () => {})",
      "describe.skipIf(missing)('c', () => {})",
      'f(1 as u~nknown as string)',
    ]
      .join('\n')
      .replaceAll('~', ''),
  })
  expect(checkShortcuts(root).map(whatWasFound)).toEqual([
    'test/a.test.ts:1: a skipped, focused or empty test',
    'test/a.test.ts:2: a skipped, focused or empty test',
  ])
})
