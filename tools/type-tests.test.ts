import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readExportedNames } from './support/read-exported-names.ts'
import { readText, repositoryRoot } from './support/repository.ts'

test('every entry of every package has a type test, which reads it as users do', () => {
  const entries = Object.keys(readExportedNames(repositoryRoot))
  const untested = entries.filter((entry) => {
    const [, name = '', subpath = 'index'] = /^@wecom-kit\/([^/]+)(?:\/(.+))?$/.exec(entry) ?? []
    const file = join('packages', name, 'test', 'types', `${subpath}.test-d.ts`)
    return (
      !existsSync(join(repositoryRoot, file)) || !readText(repositoryRoot, file).includes(`from '${entry}'`)
    )
  })
  expect(untested).toEqual([])
})
