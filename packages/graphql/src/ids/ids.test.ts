import { expect, test } from 'vitest'
import { isDepartmentId } from './is-department-id.ts'
import { isUserId } from './is-user-id.ts'

test.each(['zhangsan', 'A', 'a.b-c_d@e', '0', 'x'.repeat(64), 'wwcorp123/zhangsan'])(
  '%s can be a userid',
  (id) => {
    expect(isUserId(id)).toBe(true)
  },
)

test.each(['', '.a', 'x'.repeat(65), 'a b', '../a', 'a/b/c', '/a', '张三', 'a\n', 'a?b', 'a&access_token=1'])(
  '%j can be none',
  (id) => {
    expect(isUserId(id)).toBe(false)
  },
)

test.each([
  ['1', true],
  ['4294967295', true],
  ['', false],
  ['-1', false],
  ['1e3', false],
  ['12345678901', false],
  ['1\n', false],
])('the department id %j: %s', (id, fits) => {
  expect(isDepartmentId(id)).toBe(fits)
})
