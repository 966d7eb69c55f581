import { expect, test } from 'vitest'
import { checkPackageFace } from './check-package-face.ts'
import { fixtureTree } from './support/fixture-tree.ts'
import { readText, repositoryRoot } from './support/repository.ts'

const manifest = readText(repositoryRoot, 'packages/core/package.json')
const complete = {
  'packages/core/package.json': manifest,
  'packages/core/README.md': '',
  'packages/core/README.zh-CN.md': '',
  'packages/core/tsconfig.json': '',
  'packages/core/tsdown.config.ts': '',
  'packages/core/src/index.ts': '',
}

test('accepts the face that all packages have', () => {
  expect(checkPackageFace(fixtureTree(complete))).toEqual([])
})

test('finds another script, a missing field and a missing file', () => {
  const { 'packages/core/README.zh-CN.md': _chinese, ...files } = complete
  const changed = manifest.replace('"tsdown"', '"tsc"').replace('"sideEffects": false,', '')
  expect(checkPackageFace(fixtureTree({ ...files, 'packages/core/package.json': changed }))).toEqual([
    'packages/core: has no README.zh-CN.md',
    'packages/core/package.json: sideEffects is undefined, expected false',
    expect.stringContaining('packages/core/package.json: scripts is {"build":"tsc"'),
  ])
})
