import { expect, test } from 'vitest'
import { rewriteLinks } from './rewrite-links.ts'
import { addressOf, routeOf } from './routes.ts'
import { tokenize } from './tokenize.ts'

test.each([
  ['README.md', 'index.md', '/'],
  ['README.zh-CN.md', 'zh/index.md', '/zh/'],
  ['packages/core/README.md', 'packages/core.md', '/packages/core'],
  ['packages/core/README.zh-CN.md', 'zh/packages/core.md', '/zh/packages/core'],
  ['docs/errors.zh-CN.md', 'zh/errors.md', '/zh/errors'],
  ['docs/sso/zh-CN/errors.md', 'zh/sso/errors.md', '/zh/sso/errors'],
  ['docs/decisions/README.md', 'decisions/index.md', '/decisions/'],
])('%s stands at %s', (file, page, address) => {
  const route = routeOf(file)
  expect(route?.page).toBe(page)
  expect(route && addressOf(route)).toBe(address)
})

test.each(['AGENTS.md', '.changeset/first-core.md', 'packages/core/CHANGELOG.md'])(
  '%s is no page',
  (file) => {
    expect(routeOf(file)).toBeUndefined()
  },
)

test('links between files become links between pages, others lead to the repository, code stays', () => {
  const targets = { exists: (path: string) => !path.includes('missing'), picture: () => '/pictures/demo.png' }
  const rewrite = (text: string) => rewriteLinks(text, 'docs/sso/errors.md', targets)
  expect(
    rewrite('[a](../errors.md#40029) ![b](../images/demo.png) [`c`](../../packages/core/README.md)'),
  ).toBe('[a](/errors#40029) ![b](/pictures/demo.png) [`c`](/packages/core)')
  expect(rewrite('[src](../../packages/core/src/index.ts)')).toBe(
    '[src](https://github.com/wecom-kit/wecom-kit/blob/main/packages/core/src/index.ts)',
  )
  const untouched = '[x](https://a.cn) [y](#here) [z](missing.md)\n\n```md\n[a](../errors.md)\n```\n'
  expect(rewrite(untouched)).toBe(untouched)
})

test('the search finds words inside of Chinese sentences, names of options and codes', () => {
  const words = tokenize('签名登录失败：errcode 40029，见 `baseUrl`')
  for (const word of ['登录', '失败', '签', 'errcode', '40029', 'baseurl']) expect(words).toContain(word)
  expect(tokenize('')).toEqual([])
})
