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

test('leaves comments and the labels of drawings to the language, and nothing else of them', () => {
  const page = (comment: string, flow: string, words: string) =>
    `# A\n\n\`\`\`ts\nconst url = 'https://a.cn' // ${comment}\n\`\`\`\n\n` +
    `\`\`\`mermaid\nsequenceDiagram\n  participant A as ${words}\n  A${flow}B: ${words}\n\`\`\`\n`
  const check = (chinese: string) =>
    checkReadmePairs(
      fixtureTree({ 'README.md': page('yours', '->>', 'Your app'), 'README.zh-CN.md': chinese }),
    )
  expect(check(page('换成自己的', '->>', '你的应用'))).toEqual([])
  expect(check(page('换成自己的', '-->>', '你的应用'))).toHaveLength(1)
  expect(check(page('', '->>', '你的应用').replace('a.cn', 'b.cn'))).toHaveLength(1)
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
