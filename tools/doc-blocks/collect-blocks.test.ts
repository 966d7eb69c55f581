import { expect, test } from 'vitest'
import { fixtureTree } from '../support/fixture-tree.ts'
import { collectBlocks } from './collect-blocks.ts'

const fence = '```'
const block = (code: string, language = 'ts'): string => `${fence}${language}\n${code}\n${fence}\n`

test('takes ts blocks of READMEs and guides, with their marks', () => {
  const root = fixtureTree({
    'README.md': `# A\n\n${block('a()')}\n${block('ls', 'sh')}\n<!-- doc-test: compile -->\n\n${block('b()')}`,
    'README.zh-CN.md': block('a()'),
    'docs/guides/c.md': block('c()'),
    'docs/decisions/d.md': block('d()'),
    'AGENTS.md': block('e()'),
  })
  expect(collectBlocks(root)).toEqual([
    { place: 'README.md:3', code: 'a()', mode: 'run' },
    { place: 'README.md:13', code: 'b()', mode: 'compile' },
    { place: 'docs/guides/c.md:1', code: 'c()', mode: 'run' },
  ])
})

test('puts the block before in front of one that continues it, each import once', () => {
  const root = fixtureTree({
    'README.md': `${block("import { a } from 'a'\nlet x = a")}<!-- doc-test: continues -->\n${block("import { a } from 'a'\nx = a(1)")}`,
  })
  expect(collectBlocks(root)[1]?.code).toBe("import { a } from 'a'\nlet x = a\nx = a(1)")
})

test('refuses a mark that means nothing', () => {
  const root = fixtureTree({ 'README.md': `<!-- doc-test: skip -->\n${block('a()')}` })
  expect(() => collectBlocks(root)).toThrow('README.md:2: unknown doc-test mark skip')
})
