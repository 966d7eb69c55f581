import { expect, test } from 'vitest'
import { repositoryRoot } from '../support/repository.ts'
import { readFirstSteps } from './readmes.ts'

test.each(readFirstSteps(repositoryRoot))('$page says what to install and shows a first program', (steps) => {
  const named = steps.installs.flat()
  expect(named).toContainEqual(expect.stringMatching(/^@wecom-kit\//))
  expect(named).not.toContain('graphql')
  expect(steps.quickStart).toContain("from '@wecom-kit/")
})
