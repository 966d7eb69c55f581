import { expect, test } from 'vitest'
import { checkGraphQLVersion } from './check-graphql-version.ts'

test.each(['16.11.0', '16.15.0', '16.99.1-canary.pr.1'])('graphql %s is taken', (version) => {
  expect(() => checkGraphQLVersion('createWecomGraphQL', version)).not.toThrow()
})

test.each(['15.9.0', '16.10.0', '17.0.0', '17.1.0', '17.0.0-alpha.9', 'unknown'])(
  'graphql %s is refused, with what to install',
  (version) => {
    expect(() => checkGraphQLVersion('apolloWecom', version)).toThrow(
      `apolloWecom: graphql ${version} is installed`,
    )
    expect(() => checkGraphQLVersion('apolloWecom', version)).toThrow('npm install graphql@16')
  },
)

test('the installed one is taken', () => {
  expect(() => checkGraphQLVersion('createWecomGraphQL')).not.toThrow()
})
