import { expect, test } from 'vitest'
import { readText, repositoryRoot } from './repository.ts'
import { missingServices, services } from 'test-support/services'

test('.ci/run installs every program that tests may need', () => {
  const script = readText(repositoryRoot, '.ci/run')
  for (const { programs, debianPackage } of services)
    expect(script).toMatch(new RegExp(`command -v ${programs[0]} .*missing\\+=\\(${debianPackage}\\)`))
})

test('a program is missing when no folder of the PATH has it', () => {
  const names = missingServices('').map(({ programs }) => programs[0])
  expect(names).toContain('redis-server')
})
