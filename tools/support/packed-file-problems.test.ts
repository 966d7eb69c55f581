import { expect, test } from 'vitest'
import { packedFileProblems } from './packed-file-problems.ts'

const files = ['LICENSE', 'README.md', 'README.zh-CN.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']
const manifest = { exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } }

test('accepts a complete tarball', () => {
  expect(packedFileProblems('a', files, JSON.stringify(manifest))).toEqual([])
})

test('finds what is missing, superfluous, or promised and absent', () => {
  const broken = {
    exports: { ...manifest.exports, './testing': { default: './dist/testing/index.js' } },
    bin: { a: './dist/bin.js' },
    dependencies: { b: 'workspace:^' },
  }
  const packed = [...files.slice(1), 'src/a.ts', 'dist/index.js.map', 'test/support.ts', 'tsconfig.json']
  expect(packedFileProblems('a', packed, JSON.stringify(broken))).toEqual([
    'a: the tarball lacks LICENSE',
    'a: the tarball holds src/a.ts',
    'a: the tarball holds dist/index.js.map',
    'a: the tarball holds test/support.ts',
    'a: the tarball holds tsconfig.json',
    'a: package.json has workspace: or catalog: ranges',
    'a: package.json points at dist/testing/index.js, which is not packed',
    'a: package.json points at dist/bin.js, which is not packed',
  ])
})
