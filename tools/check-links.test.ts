import { expect, test } from 'vitest'
import { checkLinks } from './check-links.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('follows links to files, headings and our own repository', () => {
  const root = fixtureTree({
    'README.md': [
      '# Title',
      '[a](docs/a.md) [b](./docs/a.md#two-words-errcode-40001) [c](#title) [d](https://example.com/x)',
      '[e](https://github.com/wecom-kit/wecom-kit/blob/main/docs/a.md) `docs/a.md`',
      '```md',
      '[not a link](nowhere.md)',
      '```',
    ].join('\n'),
    'docs/a.md': '# A\n\n## Two words: errcode `40001`\n\n[up](../README.md#title) [root](/README.md)\n',
  })
  expect(checkLinks(root)).toEqual([])
})

test('finds what leads nowhere', () => {
  const root = fixtureTree({
    'README.md': [
      '[a](docs/b.md)',
      '[b](docs/a.md#gone)',
      '[c](https://github.com/wecom-kit/wecom-kit/blob/main/gone.md)',
      '`packages/core/src/gone.ts` `packages/core`',
    ].join('\n'),
    'docs/a.md': '# A\n## 错误码\n[ok](#错误码)',
    'packages/core/package.json': '{}',
  })
  expect(checkLinks(root)).toEqual([
    'README.md:1: the link docs/b.md leads nowhere',
    'README.md:2: the link docs/a.md#gone leads nowhere',
    'README.md:3: the link https://github.com/wecom-kit/wecom-kit/blob/main/gone.md leads nowhere',
    'README.md:4: names packages/core/src/gone.ts, which does not exist',
  ])
})
