import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every example has a test', () => {
  const examples = join(import.meta.dirname, '..')
  const folders = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'package.json')))
  expect(folders.filter((name) => !existsSync(join(import.meta.dirname, `${name}.test.ts`)))).toEqual([])
})
