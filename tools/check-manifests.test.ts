import { expect, test } from 'vitest'
import { checkManifests } from './check-manifests.ts'
import { fixtureTree } from './support/fixture-tree.ts'
import { readText, repositoryRoot } from './support/repository.ts'

const manifest = readText(repositoryRoot, 'packages/core/package.json')
const sources = [...manifest.matchAll(/"wecom-kit-source": "\.\/(src\/.*\.ts)"/g)].map(
  ([, file = '']) => file,
)
const complete = {
  'packages/core/package.json': manifest,
  'packages/core/README.md': '',
  'packages/core/README.zh-CN.md': '',
  'packages/core/tsconfig.json': '',
  'packages/core/tsdown.config.ts': '',
  'packages/core/src/supported-node.ts': '',
  ...Object.fromEntries(sources.map((file) => [`packages/core/${file}`, guarded(file)])),
}

function guarded(file: string): string {
  const depth = file.split('/').length - 2
  return `import '${depth === 0 ? './' : '../'.repeat(depth)}supported-node.ts'\n`
}

test('accepts the face that all packages have', () => {
  expect(checkManifests(fixtureTree(complete))).toEqual([])
})

test('finds another script, a missing field and a missing file', () => {
  const { 'packages/core/README.zh-CN.md': _chinese, ...files } = complete
  const changed = manifest.replace('"tsdown"', '"tsc"').replace(/"bugs": .*,/, '')
  expect(checkManifests(fixtureTree({ ...files, 'packages/core/package.json': changed }))).toEqual([
    'packages/core: has no README.zh-CN.md',
    expect.stringContaining('packages/core/package.json: bugs is undefined'),
    expect.stringContaining('packages/core/package.json: scripts is {"build":"tsc"'),
  ])
})

test('finds a subpath that older module resolutions do not see', () => {
  const changed = manifest.replace('"testing": [', '"other": [')
  expect(checkManifests(fixtureTree({ ...complete, 'packages/core/package.json': changed }))).toEqual([
    expect.stringMatching(/package\.json: typesVersions is .*"other":.* expected .*"testing":/),
  ])
})

test('finds an entry that an old Node would fail in before it is told what is missing', () => {
  const files = { ...complete, 'packages/core/src/testing/index.ts': "import { a } from './a.ts'\n" }
  expect(checkManifests(fixtureTree(files))).toEqual([
    'packages/core/src/testing/index.ts: does not begin with an import of packages/core/src/supported-node.ts',
  ])
})
