import { expect, test } from 'vitest'
import { draw } from './draw.ts'
import { rewriteLinks } from './rewrite-links.ts'
import { addressOf, routeOf } from './routes.ts'
import { slugify } from './slugify.ts'
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
  const rewrite = (text: string) => rewriteLinks(text, { file: 'docs/sso/errors.md', locale: 'en' }, targets)
  expect(
    rewrite('[a](../errors.md#40029) ![b](../images/demo.png) [`c`](../../packages/core/README.md)'),
  ).toBe('[a](/errors#40029) ![b](/pictures/demo.png) [`c`](/packages/core)')
  expect(rewrite('[src](../../packages/core/src/index.ts)')).toBe(
    '[src](https://github.com/wecom-kit/wecom-kit/blob/main/packages/core/src/index.ts)',
  )
  expect(rewrite('[core](https://github.com/wecom-kit/wecom-kit/blob/main/packages/core/README.md#x)')).toBe(
    '[core](/packages/core#x)',
  )
  const untouched = '[x](https://a.cn) [y](#here) [z](missing.md)\n\n```md\n[a](../errors.md)\n```\n'
  expect(rewrite(untouched)).toBe(untouched)
})

test('links of a Chinese page lead to Chinese pages, and the line that names the other language goes', () => {
  const targets = { exists: () => true, picture: () => '' }
  const page =
    '# 甲\n\n[English](../errors.md) · [简体中文](errors.md)\n\n[乙](../hooks.md) [丙](../../../SECURITY.md)\n'
  expect(rewriteLinks(page, { file: 'docs/sso/zh-CN/errors.md', locale: 'zh' }, targets)).toBe(
    '# 甲\n\n[乙](/zh/sso/hooks) [丙](/zh/security)\n',
  )
})

test('badges go: the site loads nothing from elsewhere', () => {
  const page =
    '# A\n\n[![npm](https://img.shields.io/x)](https://npmjs.com) [![l](https://b)](./LICENSE)\n\n> B\n'
  const targets = { exists: () => true, picture: () => '' }
  expect(rewriteLinks(page, { file: 'README.md', locale: 'en' }, targets)).toBe('# A\n\n> B\n')
})

test('a drawing becomes SVG in the colours of the page, loads nothing and is told to screen readers', () => {
  const svg = draw(
    'sequenceDiagram\n  accTitle: 登录 "一次"\n  participant B as 浏览器\n  B->>B: 刷新 <state>\n',
  )
  expect(svg).toContain('aria-label="登录 &quot;一次&quot;"')
  expect(svg).toContain('浏览器')
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<style|accTitle/)
  expect(() => draw('sequenceDiagram\n  A->>B: x\n')).toThrow('accTitle')
})

test.each([
  ['GET /cgi-bin/user/get', 'get-cgi-binuserget'],
  ['多个企业 (several corps)', '多个企业-several-corps'],
  ['`session.idle`', 'sessionidle'],
])('the heading %s has the anchor of GitHub', (heading, anchor) => {
  expect(slugify(heading)).toBe(anchor)
})

test('the search finds words inside of Chinese sentences, names of options and codes', () => {
  const words = tokenize('签名登录失败：errcode 40029，见 `baseUrl`')
  for (const word of ['登录', '失败', '签', 'errcode', '40029', 'baseurl']) expect(words).toContain(word)
  expect(tokenize('')).toEqual([])
})
