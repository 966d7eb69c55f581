import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listUserIds, type UserDepartment } from './list-user-ids.ts'
import type { RequestFunction, RequestOptions } from './request.ts'

interface Page {
  next_cursor?: unknown
  dept_user?: unknown
}

/** A `request` that answers pages by the number in the cursor, and what it was asked. */
function pagesOf(pages: readonly Page[]): { request: RequestFunction; asked: RequestOptions[] } {
  const asked: RequestOptions[] = []
  return {
    asked,
    request: async (_route, options = {}) => {
      asked.push(options)
      const cursor =
        typeof options.json === 'object' && options.json !== null && 'cursor' in options.json
          ? Number(options.json.cursor)
          : 0
      const data = JSON.parse(JSON.stringify(pages[cursor]))
      return { data, meta: { status: 200, headers: {}, attempts: 1, retryDelayMs: 0, durationMs: 0 } }
    },
  }
}

const row = (id: number): UserDepartment => ({ userid: `u${id}`, department: 1 })

describe('listUserIds', () => {
  it('rows, pages and toArray see the same, in order, whatever the sizes of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), async (sizes) => {
        let next = 0
        const rows = sizes.map((size) => Array.from({ length: size }, () => row((next += 1))))
        const pages = rows.map((dept_user, index) => ({
          dept_user,
          next_cursor: index === rows.length - 1 ? '' : String(index + 1),
        }))
        const { request, asked } = pagesOf(pages)
        const list = listUserIds(request)
        const all = await list.toArray()
        expect(all).toEqual(rows.flat())
        expect(asked).toHaveLength(sizes.length)
        const one: UserDepartment[] = []
        for await (const item of list) one.push(item)
        expect(one).toEqual(all)
        const resumed: UserDepartment[] = []
        const from = Math.floor(sizes.length / 2)
        for await (const { items } of list.pages(from === 0 ? {} : { cursor: String(from) }))
          resumed.push(...items)
        expect(resumed).toEqual(rows.slice(from).flat())
      }),
    )
  })

  it('ends however the cursors run', async () => {
    const anyPages = fc.array(
      fc.record({
        next_cursor: fc.option(fc.nat(5).map(String), { nil: '' }),
        dept_user: fc.constant([row(1)]),
      }),
      { minLength: 6, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(anyPages, async (pages) => {
        const { request, asked } = pagesOf(pages)
        const [outcome] = await Promise.allSettled([listUserIds(request).toArray()])
        const code: unknown = outcome.status === 'rejected' ? outcome.reason.code : 'ended'
        expect(['ended', 'ERR_WECOM_INVALID_RESPONSE']).toContain(code)
        expect(asked.length).toBeLessThanOrEqual(7)
      }),
    )
  })

  it('asks as an idempotent call, with limit and the caller’s options', async () => {
    const { request, asked } = pagesOf([{ dept_user: [] }])
    const { signal } = new AbortController()
    await listUserIds(request, { limit: 7, signal, timeout: 5 }).toArray()
    expect(asked).toEqual([{ json: { limit: 7 }, idempotent: true, signal, timeout: 5 }])
  })

  it('reads no page before it is asked for one, and none after the reader left', async () => {
    const { request, asked } = pagesOf([
      { dept_user: [row(1)], next_cursor: '1' },
      { dept_user: [row(2)], next_cursor: '' },
    ])
    const list = listUserIds(request)
    expect(asked).toHaveLength(0)
    for await (const item of list) {
      expect(item).toEqual(row(1))
      break
    }
    expect(asked).toHaveLength(1)
  })

  it('toArray refuses more rows than max', async () => {
    const { request } = pagesOf([{ dept_user: [row(1), row(2)], next_cursor: '' }])
    await expect(listUserIds(request).toArray({ max: 2 })).resolves.toHaveLength(2)
    await expect(listUserIds(request).toArray({ max: 1 })).rejects.toThrow(
      /max must be at least the number of rows there are; got 1/,
    )
  })

  it.each([0, -1, 10_001, 1.5, Number.NaN])('refuses limit %d at once', (limit) => {
    expect(() => listUserIds(pagesOf([]).request, { limit })).toThrow(
      /limit must be a whole number from 1 to 10000/,
    )
  })
})
