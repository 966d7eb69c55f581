import { expect, test } from 'vitest'
import { checkOptionTypes } from './check-option-types.ts'
import { fixtureTree } from './support/fixture-tree.ts'

function problems(source: string): readonly string[] {
  return checkOptionTypes(
    fixtureTree({
      'packages/a/package.json': JSON.stringify({
        name: '@wecom-kit/a',
        exports: { '.': { 'wecom-kit-source': './src/index.ts' } },
      }),
      'packages/a/src/index.ts': source,
    }),
  )
}

test('asks for undefined on every optional property of what a user fills in', () => {
  const source = `export interface AOptions {
  /** One. */
  one?: string
  readonly two?: (() => number) | undefined
  three?:
    | ((a: string) => void)
    | undefined
  four?:
    | 'a'
    | 'b'
  needed: string
  json?: unknown
}
`
  expect(problems(source)).toEqual([
    'packages/a/src/index.ts: AOptions.one does not take undefined',
    'packages/a/src/index.ts: AOptions.four does not take undefined',
  ])
})

test('looks into the options that a method describes in place', () => {
  const source = `export interface TokenApi {
  token(options?: { signal?: AbortSignal | undefined; force?: boolean }): Promise<string>
}
`
  expect(problems(source)).toEqual([
    'packages/a/src/index.ts: TokenApi: force?: boolean in its options does not take undefined',
  ])
})

test('leaves alone what is answered', () => {
  expect(problems('export interface User {\n  name?: string\n}\n')).toEqual([])
})
