import { expect, test } from 'vitest'
import { checkReadmePairs } from './check-readme-pairs.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const english = '# Title\n\n## Install\n\n```sh\npnpm add x\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'

test('accepts twins that differ in prose only', () => {
  const root = fixtureTree({
    'README.md': english,
    'README.zh-CN.md': english.replace('Title', '标题').replace('Install', '安装').replace('| a |', '| 甲 |'),
    'docs/guides/a.md': '# A',
    'docs/guides/zh-CN/a.md': '# 甲',
    'docs/decisions/b.md': '# English only',
    'docs/glossary.md': '# Both',
  })
  expect(checkReadmePairs(root)).toEqual([])
})

test('finds a missing heading, another command and a lost table row', () => {
  const root = fixtureTree({
    'README.md': english,
    'README.zh-CN.md': english
      .replace('## Install', '### 安装')
      .replace('add x', 'add y')
      .replace('| 1 | 2 |\n', ''),
  })
  expect(checkReadmePairs(root)).toEqual([
    'README.zh-CN.md:3: expected the twin of "Install" (level 2), found 安装',
    'README.zh-CN.md:5: code block 1 is not the one of the English page',
    'README.zh-CN.md:end: table row 2 has no equal in the English page',
  ])
})

test('does not take a comment in a shell block for a heading', () => {
  const root = fixtureTree({
    'README.md': '# A\n\n```sh\n# first\nls\n```\n',
    'README.zh-CN.md': '# 甲\n\n```sh\n# first\nls\n```\n',
  })
  expect(checkReadmePairs(root)).toEqual([])
})

test('finds pages without a twin', () => {
  const root = fixtureTree({
    'packages/a/README.md': '# A',
    'docs/c.md': '# C',
    'docs/guides/zh-CN/b.md': '# 乙',
  })
  expect(checkReadmePairs(root)).toEqual([
    'docs/c.md: has no Chinese twin',
    'packages/a/README.md: has no Chinese twin',
    'docs/guides/zh-CN/b.md: has no English page docs/guides/b.md',
  ])
})
