import { expect, it } from 'vitest'
import { initials } from '../page/directory/initials.ts'

it.each([
  ['张三', '张三'],
  ['欧阳娜娜', '娜娜'],
  ['王小明（外包）', '小明'],
  ['Alex Chen', 'AC'],
  ['alex.chen', 'AC'],
  ['zhangsan', 'Z'],
  ['𠮷野 Ken', '𠮷野'],
  ['', ''],
])('%s is shown as %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
