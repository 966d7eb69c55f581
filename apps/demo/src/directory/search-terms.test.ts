import { expect, it } from 'vitest'
import { searchTerms } from './search-terms.ts'

it.each([
  ['张三', ['zhangsan', 'zs']],
  ['欧阳枫', ['ouyangfeng', 'oyf']],
  // A surname's own reading, and ü as keyboards have it.
  ['单雄信', ['shanxiongxin', 'sxx']],
  ['吕布', ['lvbu', 'lb']],
  ['Leo 李', ['leoli', 'll']],
  ['Anna', []],
])('%s is found by %j', (name, terms) => {
  expect(searchTerms({ name })).toEqual(terms)
})
