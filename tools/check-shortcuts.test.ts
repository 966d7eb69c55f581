import { expect, test } from 'vitest'
import { checkShortcuts } from './check-shortcuts.ts'
import { fixtureTree } from './support/fixture-tree.ts'

// The ~ keeps this file from being found itself.
const whatWasFound = (problem: string): string => problem.split(': ').slice(0, 2).join(': ')

test('finds every shortcut in a source file', () => {
  const root = fixtureTree({
    'a.ts': [
      'const c = a as u~nknown as string',
      '// oxlint-d~isable-next-line no-console',
      '// oxlint-d~isable-next-line no-console -- the reason',
      'const company = anything(methods)',
      ' * He is as u~nknown as before.',
      '/** He is as u~nknown as before. */',
    ]
      .join('\n')
      .replaceAll('~', ''),
  })
  expect(checkShortcuts(root).map(whatWasFound)).toEqual([
    'a.ts:1: a cast through unknown',
    'a.ts:2: a linter silenced without a reason after --',
  ])
})

test('lets a test hand over wrong types, but not pass because it fails', () => {
  const root = fixtureTree({
    'test/a.test.ts': [
      "it.f~ails('a', () => {})",
      "describe.skipIf(missing)('c', () => {})",
      'f(1 as u~nknown as string)',
    ]
      .join('\n')
      .replaceAll('~', ''),
  })
  expect(checkShortcuts(root).map(whatWasFound)).toEqual(['test/a.test.ts:1: a test that has to fail'])
})
