import { describe, expect, test } from 'vitest'
import { adviceFor } from './errcode-advice.ts'
import { errcodeInfo } from './errcode-info.ts'
import { errcodeTable } from './errcode-table.ts'

const met = [
  -1, 40001, 40013, 40014, 40029, 40068, 40091, 41001, 42001, 45009, 45033, 48002, 48009, 50001, 50002, 50003,
  60003, 60011, 60020, 60111, 81013, 82001, 84014, 92001, 301002,
]

describe('adviceFor', () => {
  test.each(met)('says what to do about %i', (errcode) => {
    expect(adviceFor(errcode)).toMatch(/^.{20,400}\.$/)
  })

  test('has nothing to say about a code people do not meet', () => {
    expect(adviceFor(40016)).toBeUndefined()
    expect(adviceFor(0)).toBeUndefined()
  })

  test('never advises to refresh the token for a wrong secret', () => {
    expect(adviceFor(40001)).toContain('Refreshing the token does not help')
  })

  test('is given only for codes the table explains', () => {
    const advised = Array.from({ length: 900_000 }, (_, code) => code).filter(
      (code) => adviceFor(code) !== undefined,
    )
    const known = new Set(errcodeTable.map(([code]) => code))
    const unexplained = advised.filter((code) => !known.has(code) && errcodeInfo(code).kind === 'other')
    expect(advised.length).toBeGreaterThanOrEqual(50)
    expect(unexplained).toEqual([])
  })
})
