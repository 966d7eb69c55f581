import { matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readText, repositoryRoot } from '../support/repository.ts'
import { type TestProject, testProjects } from './projects.ts'

const files = listFiles(repositoryRoot).filter((file) => file.endsWith('.test.ts'))

test.each(files.filter((file) => !file.startsWith('examples/')))('%s belongs to one project', (file) => {
  expect(testProjects.filter((project) => has(project, file)).map(({ name }) => name)).toHaveLength(1)
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
