import { describe, expect, test } from 'vitest'
import { errcodeInfo } from './errcode-info.ts'
import { otherErrcodes } from './errcode-others.ts'
import { errcodeTable } from './errcode-table.ts'

describe('errcodeInfo', () => {
  test('explains a code in both languages, with its kind, retry class and page', () => {
    expect(errcodeInfo(60020)).toEqual({
      code: 60020,
      meaning: 'Caller IP is not a trusted IP of the app (a change takes about one minute)',
      zh: 'IP 不在可信列表',
      kind: 'ip',
      retryable: 'never',
      isDocumented: true,
      docUrl: 'https://open.work.weixin.qq.com/devtool/query?e=60020',
    })
  })

  test('answers an unknown code instead of throwing', () => {
    expect(errcodeInfo(123456)).toMatchObject({
      code: 123456,
      kind: 'other',
      retryable: 'never',
      zh: undefined,
      isDocumented: false,
      docUrl: 'https://open.work.weixin.qq.com/devtool/query?e=123456',
    })
  })

  test.each([
    [45035, 'transient', 'backoff'],
    [48010, 'param', 'never'],
    [40146, 'param', 'never'],
    [830002, 'param', 'never'],
    [60275, 'other', 'never'],
    [90304, 'transient', 'backoff'],
    [640035, 'ratelimit', 'backoff'],
  ])('knows %i of the table WeCom published since: %s', (code, kind, retryable) => {
    expect(errcodeInfo(code)).toMatchObject({ kind, retryable, isDocumented: true })
    expect(errcodeInfo(code).meaning).toMatch(/^[A-Z].{5,}/)
  })

  test('knows all 1,552 codes of the table, each with a meaning', () => {
    const listed = otherErrcodes
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ', 1)[0]))
    const codes = new Set([...errcodeTable.map(([code]) => code), ...listed])
    expect(codes.size).toBe(1552)
    expect(listed).toHaveLength(1552 - errcodeTable.length)
    const silent = [...codes].filter(
      (code) => !/\S{2}/.test(errcodeInfo(code).meaning) || !errcodeInfo(code).isDocumented,
    )
    expect(silent).toEqual([])
  })

  test('never calls a bad secret refreshable: repeating it bars the IP', () => {
    for (const code of [40001, 40013, 40091, 41002, 41004]) {
      expect(errcodeInfo(code)).toMatchObject({ kind: 'credential', retryable: 'never' })
    }
    for (const code of [40014, 42001]) {
      expect(errcodeInfo(code)).toMatchObject({ kind: 'token', retryable: 'after_refresh' })
    }
  })

  test('knows 45011 as a rate limit although only the official-account table lists it', () => {
    expect(errcodeInfo(45011)).toMatchObject({ kind: 'ratelimit', retryable: 'backoff' })
  })
})

describe('the shipped table', () => {
  test('holds 305 codes, ascending and each once', () => {
    const codes = errcodeTable.map(([code]) => code)
    expect(codes).toHaveLength(305)
    expect(codes).toEqual([...new Set(codes)].sort((left, right) => left - right))
  })

  test('says something in both languages for every code', () => {
    const silent = errcodeTable.filter(([, , , meaning, zh]) => meaning.trim() === '' || zh.trim() === '')
    expect(silent).toEqual([])
  })
})
