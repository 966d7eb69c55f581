import { expect, it } from 'vitest'
import { readFileName } from './media.ts'

const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

it.each([
  [undefined, undefined],
  ['inline', undefined],
  ['attachment; filename=a.txt', 'a.txt'],
  ['attachment; filename="a b.txt"', 'a b.txt'],
  [String.raw`attachment; filename="a\"b.txt"`, 'a"b.txt'],
  [`attachment; filename="${latin1('会议纪要.txt')}"`, '会议纪要.txt'],
  ['attachment; filename="会议纪要.txt"', '会议纪要.txt'],
  ['attachment; filename="caf\u00e9.txt"', 'caf\u00e9.txt'],
  [`attachment; filename="_.txt"; filename*=UTF-8''${encodeURIComponent('会议纪要.txt')}`, '会议纪要.txt'],
  ["attachment; filename*=UTF-8''%E4%BC", undefined],
])('%s → %s', (disposition, name) => {
  expect(readFileName(disposition)).toBe(name)
})
