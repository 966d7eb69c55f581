import { matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readText, repositoryRoot } from '../support/repository.ts'
import { type TestProject, testProjects } from './projects.ts'

const files = listFiles(repositoryRoot).filter((file) => file.endsWith('.test.ts'))

test('every test belongs to one project, so that none is lost and none is run twice', () => {
  const owners = files
    .filter((file) => !/^(?:examples|site\/trial)\//.test(file))
    .map((file) => [file, testProjects.filter((project) => has(project, file)).map(({ name }) => name)])
  expect(owners.filter(([, names]) => names?.length !== 1)).toEqual([])
  expect(owners.length).toBeGreaterThan(250)
})

test('no page is read by tests that a changed page does not run again', () => {
  const readers = files
    .filter((file) => !/^(?:tools|examples|site)\/|\/test\/pages\//.test(file))
    .filter((file) => /['"`/][\w.-]*\.md['"`]/.test(readText(repositoryRoot, file)))
  expect(readers).toEqual([])
})

function has({ root, include, exclude }: TestProject, file: string): boolean {
  const prefix = root === '.' ? '' : `${root}/`
  if (!file.startsWith(prefix)) return false
  const inside = file.slice(prefix.length)
  const matches = (glob: string): boolean => matchesGlob(inside, glob)
  return include.some(matches) && !exclude.some(matches)
}
