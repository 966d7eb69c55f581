import { expect, test } from 'vitest'
import { checkSignInErrorDocs } from './check-sign-in-error-docs.ts'
import { fixtureTree } from './support/fixture-tree.ts'

test('compares codes and headings in both languages', () => {
  const root = fixtureTree({
    'packages/express-middleware/src/errors/codes.ts':
      "type A = 'WECOM_ONE' | 'WECOM_SETUP_TWO' | 'ERR_WECOM_API'",
    'packages/express-middleware/src/errors/codes.test.ts': "'WECOM_TEST'",
    'docs/sso/a.md': '# A\n\n## WECOM_ONE\n',
    'docs/sso/b.md': '# B\n\n## WECOM_SETUP_TWO\n\n## WECOM_GONE\n',
    'docs/sso/zh-CN/a.md': '# 甲\n\n## WECOM_ONE\n',
  })
  expect(checkSignInErrorDocs(root)).toEqual([
    'docs/sso: WECOM_GONE is no code of the sources',
    'docs/sso/zh-CN: WECOM_SETUP_TWO has no heading',
  ])
})
