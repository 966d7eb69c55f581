import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLenientJson } from './lenient-json.ts'

describe('parseLenientJson', () => {
  it('reads every JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLenientJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('reads names with raw control characters wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), fc.nat(), (names, id) => {
        const whole = { errcode: 0, names, [`key${id}`]: id }
        // As Tencent writes it: only quotes and backslashes are escaped.
        const raw = JSON.stringify(whole).replaceAll(
          /\\u00([01][0-9a-f])|\\([bfnrt])/g,
          (escape, code?: string) =>
            code === undefined
              ? String(JSON.parse(`"${escape}"`))
              : String.fromCharCode(Number.parseInt(code, 16)),
        )
        fc.pre(!names.some((name) => name.includes('\\')))
        expect(parseLenientJson(raw)).toEqual(whole)
      }),
    )
  })

  it('keeps a line break between values and in a name', () => {
    expect(parseLenientJson('{\n\t"name": "张\u0000\u0008三\n",\r\n "id": 1}')).toEqual({
      name: '张\u0000\b三\n',
      id: 1,
    })
  })

  it.each(['', '{', '{"a":1', 'undefined', '<html>', '{"a":"\u0001}', "{'a':1}"])('%j is refused', (text) => {
    expect(() => parseLenientJson(text)).toThrow(SyntaxError)
  })

  it('leaves out a byte order mark', () => {
    expect(parseLenientJson('\ufeff{"errcode":0}')).toEqual({ errcode: 0 })
  })

  it('gives integers beyond 2^53 as they were written, and smaller ones as numbers', () => {
    const text =
      '{"device_id":9007199254740993,"list":[-12345678901234567890,5],"small":7,"ratio":1234567890123456.5}'
    expect(parseLenientJson(text, 'string')).toEqual({
      device_id: '9007199254740993',
      list: ['-12345678901234567890', 5],
      small: 7,
      ratio: 1234567890123456.5,
    })
    expect(parseLenientJson(text)).toMatchObject({ small: 7 })
  })

  it.each(['"', '\\', '\u0001', '"\\', '"a\u0001"', '"a\u0001",'])(
    'takes time in proportion to a text of %j',
    (piece) => {
      const cpu = (length: number) => {
        const text = `[${piece.repeat(Math.ceil(length / piece.length))}`
        const startedAt = process.cpuUsage().user
        try {
          parseLenientJson(text)
        } catch {
          // Refused, as it should be: what counts is how long that took.
        }
        return process.cpuUsage().user - startedAt
      }
      cpu(10_000)
      // Quadratic work would be a hundredfold. A generous bound: the machine may be busy.
      expect(cpu(1_000_000)).toBeLessThan(40 * Math.max(cpu(100_000), 5_000))
    },
  )
})
