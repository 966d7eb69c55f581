import { expect, test } from 'vitest'
import { checkErrorDocs } from './check-error-docs.ts'
import { fixtureTree } from './support/fixture-tree.ts'
import { repositoryRoot } from './support/repository.ts'

const sources = {
  'packages/core/src/errors/error-code.ts': "export type Code = 'ERR_WECOM_API' | 'ERR_WECOM_CONFIG'\n",
  'packages/core/src/errors/error-code.test.ts': "const made = 'ERR_WECOM_UP'\n",
  'packages/core/src/wecom/errcode-advice.ts':
    'const text = [40013]\nconst advice = new Map([\n  [-1, text],\n  [\n    60020,\n    text,\n  ],\n])\n',
}
const complete = '# Errors\n\n### ERR_WECOM_API\n\n### ERR_WECOM_CONFIG\n\n### -1\n\n### 60020\n'

test('accepts pages with a heading per code and errcode', () => {
  const root = fixtureTree({ ...sources, 'docs/errors.md': complete, 'docs/errors.zh-CN.md': complete })
  expect(checkErrorDocs(root)).toEqual([])
})

test('finds what is missing, outlived or doubled, in either language', () => {
  const root = fixtureTree({
    ...sources,
    'docs/errors.md': complete.replace('### ERR_WECOM_CONFIG\n', '').replace('### 60020', '### 60021'),
    'docs/errors.zh-CN.md': `${complete}\n### -1\n\n\`\`\`md\n### 7\n\`\`\`\n`,
  })
  expect(checkErrorDocs(root)).toEqual([
    'docs/errors.md: ERR_WECOM_CONFIG has no heading',
    'docs/errors.md: 60020 has no heading',
    'docs/errors.md: 60021 is in no source file, or has no advice any more',
    'docs/errors.zh-CN.md: -1 has two headings',
  ])
})

test('our own pages are complete', () => {
  expect(checkErrorDocs(repositoryRoot)).toEqual([])
})
