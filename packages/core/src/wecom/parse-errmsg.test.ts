import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseErrmsg } from './parse-errmsg.ts'

describe('parseErrmsg', () => {
  test('reads hint, address and help link of a current answer', () => {
    const errmsg =
      'not allow to access from your ip, hint: [1686402237354962763423746], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020'
    expect(parseErrmsg(errmsg)).toEqual({
      hint: '1686402237354962763423746',
      fromIp: '203.0.113.7',
      helpUrl: 'https://open.work.weixin.qq.com/devtool/query?e=60020',
    })
  })

  test('reads the older form of the hint', () => {
    const errmsg = 'invalid code, hint: [1576065934_28_0123456789abcdef0123456789abcdef]'
    expect(parseErrmsg(errmsg)).toEqual({ hint: '1576065934_28_0123456789abcdef0123456789abcdef' })
  })

  test('reads an IPv6 address', () => {
    expect(parseErrmsg('x, from ip: 2001:db8::1, more info at nowhere')).toEqual({ fromIp: '2001:db8::1' })
  })

  test('answers nothing for a bare message', () => {
    expect(parseErrmsg('invalid access_token')).toEqual({})
    expect(parseErrmsg('')).toEqual({})
  })

  test.each([
    ['hint: [', 'an unclosed hint'],
    [`hint: [${'1'.repeat(129)}]`, 'a hint of unbelievable length'],
    ['hint: [<script>]', 'markup as a hint'],
    ['from ip: 203.0.113.7evil.example', 'a host name behind an address'],
    ['more info at javascript:alert(1)', 'a link that is no https URL'],
  ])('leaves out %j: %s', (errmsg) => {
    expect(parseErrmsg(errmsg)).toEqual({})
  })

  test('returns only text that was in the message, whatever surrounds it', () => {
    const piece = fc.constantFrom(
      'hint: [',
      '1686402237',
      ']',
      ', from ip: ',
      '203.0.113.7',
      ', more info at ',
      'https://a.b/c',
    )
    const message = fc.array(
      fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 5 })),
    )
    fc.assert(
      fc.property(message, (pieces) => {
        const errmsg = pieces.join('')
        expect(Object.values(parseErrmsg(errmsg)).filter((part) => !errmsg.includes(part))).toEqual([])
      }),
    )
  })

  test('stays fast on a megabyte of almost-matches', () => {
    const started = process.cpuUsage()
    parseErrmsg('hint: [1'.repeat(125_000))
    parseErrmsg(`from ip: ${'1.'.repeat(500_000)}`)
    parseErrmsg(`more info at ${' '.repeat(1_000_000)}`)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1_000).toBeLessThan(1_000)
  })
})
