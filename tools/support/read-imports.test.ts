import { expect, test } from 'vitest'
import { readImports } from './read-imports.ts'

test('reads every form of import and export', () => {
  const source = [
    "import type { A } from './a.ts'",
    "import { b, type B } from './b.ts'",
    'import {',
    '  c,',
    "} from '@scope/c'",
    "export { d } from './d.ts'",
    "export type { E } from './e.ts'",
    "import 'f'",
    "const g = await import('./g.ts')",
    "type H = typeof import('./h.ts')",
  ].join('\n')
  expect(
    readImports(source).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' type' : ''}`),
  ).toEqual(['./a.ts type', './b.ts', '@scope/c', './d.ts', './e.ts type', 'f', './g.ts', './h.ts'])
})

test('reads nothing from comments', () => {
  const source = [
    '/**',
    " * import { a } from 'a'",
    ' */',
    "// import { b } from 'b'",
    "/* import 'c' */",
    "const text = `from 'd'`",
  ].join('\n')
  expect(readImports(source)).toEqual([])
})

test('takes an exported declaration without from for what it is', () => {
  const source = ['export const a = 1', 'export interface B {', '  c: string', '}', "const d = e('x')"].join(
    '\n',
  )
  expect(readImports(source)).toEqual([])
})
