import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagedShapes } from '../wecom/routes/paged-routes.ts'
import { createPaginate, type PaginateFunction } from './paginate.ts'
import type { RequestFunction, RequestOptions } from './request.ts'

type Answer = Record<string, unknown>

/** A `request` that gives the answers in turn, and what it was asked. */
function answering(answers: readonly Answer[]): { paginate: PaginateFunction; asked: RequestOptions[] } {
  const asked: RequestOptions[] = []
  const request: RequestFunction = async (_route, options = {}) => {
    options.signal?.throwIfAborted()
    asked.push(options)
    const data = JSON.parse(JSON.stringify(answers[asked.length - 1] ?? {}))
    return { data, meta: { status: 200, headers: {}, attempts: 1, retryDelayMs: 0, durationMs: 0 } }
  }
  return { paginate: createPaginate(request), asked }
}

async function rowsOf<T>(list: AsyncIterable<T>): Promise<T[]> {
  const rows: T[] = []
  for await (const row of list) rows.push(row)
  return rows
}

describe('paginate', () => {
  it('follows next_cursor, over empty pages, until there is none', async () => {
    const { paginate, asked } = answering([
      { external_contact_list: [{ a: 1 }], next_cursor: 'x' },
      { external_contact_list: [], next_cursor: 'y' },
      { external_contact_list: [{ a: 2 }], next_cursor: '' },
    ])
    const json = { userid_list: ['zhangsan'], limit: 1 }
    const list = paginate('POST /cgi-bin/externalcontact/batch/get_by_user', { json })
    expect(await rowsOf(list)).toEqual([{ a: 1 }, { a: 2 }])
    expect(asked.map((options) => options.json)).toEqual([
      json,
      { ...json, cursor: 'x' },
      { ...json, cursor: 'y' },
    ])
    expect(asked.every(({ idempotent }) => idempotent === true)).toBe(true)
  })

  it.each([
    ['has_more: 0', { has_more: 0 }],
    ['has_more: false', { has_more: false }],
  ])('%s ends the list although a cursor comes along', async (_name, flag) => {
    const { paginate, asked } = answering([{ msg_list: [], next_cursor: 'later', ...flag }])
    expect(await rowsOf(paginate('POST /cgi-bin/kf/sync_msg', { json: { open_kfid: 'k' } }))).toEqual([])
    expect(asked).toHaveLength(1)
  })

  it('is told the end by is_last and by endflag too', async () => {
    const unassigned = answering([{ info: [], is_last: true, next_cursor: 'more' }])
    await rowsOf(unassigned.paginate('POST /cgi-bin/externalcontact/get_unassigned_list'))
    expect(unassigned.asked).toHaveLength(1)
    const journals = answering([
      { journaluuid_list: ['a'], next_cursor: 7, endflag: 0 },
      { journaluuid_list: ['b'], next_cursor: 9, endflag: 1 },
    ])
    const json = { starttime: 1, endtime: 2, limit: 1 }
    expect(await rowsOf(journals.paginate('POST /cgi-bin/oa/journal/get_record_list', { json }))).toEqual([
      'a',
      'b',
    ])
    expect(journals.asked.map((options) => options.json)).toEqual([
      { ...json, cursor: 0 },
      { ...json, cursor: 7 },
    ])
  })

  it('counts rows where the page has an offset and no cursor', async () => {
    const { paginate, asked } = answering([
      { account_list: [1, 2] },
      { account_list: [3, 4] },
      { account_list: [5] },
    ])
    const json = { limit: 2 }
    expect(await rowsOf(paginate('POST /cgi-bin/kf/account/list', { json }))).toEqual([1, 2, 3, 4, 5])
    expect(asked.map((options) => options.json)).toEqual([
      json,
      { ...json, offset: 2 },
      { ...json, offset: 4 },
    ])
  })

  it('follows a numeric next until it reaches total', async () => {
    const { paginate, asked } = answering([
      { fields: ['a'], next: 1, total: 2 },
      { fields: ['b'], next: 2, total: 2 },
    ])
    const json = { docid: 'd', sheet_id: 's' }
    expect(await rowsOf(paginate('POST /cgi-bin/wedoc/smartsheet/get_fields', { json }))).toEqual(['a', 'b'])
    expect(asked).toHaveLength(2)
  })

  it('finds rows one level down, and sends the first position where it may not be left out', async () => {
    const { paginate, asked } = answering([{ file_list: { item: [{ fileid: 'f' }] }, has_more: false }])
    const json = { spaceid: 's', fatherid: 'f', sort_type: 1, limit: 10 }
    expect(await rowsOf(paginate('POST /cgi-bin/wedrive/file_list', { json }))).toEqual([{ fileid: 'f' }])
    expect(asked[0]?.json).toEqual({ ...json, start: 0 })
  })

  it('puts the cursor of a GET into the query', async () => {
    const { paginate, asked } = answering([
      { external_contact: {}, follow_user: [1], next_cursor: 'n' },
      { follow_user: [2] },
    ])
    const query = { external_userid: 'w' }
    expect(await rowsOf(paginate('GET /cgi-bin/externalcontact/get', { query }))).toEqual([1, 2])
    expect(asked[1]?.query).toEqual({ ...query, cursor: 'n' })
  })

  it('gives whole pages as rows where a page has several lists', async () => {
    const { paginate } = answering([
      { stat_info: { users: [1], external_users: [2] }, ending: 1, next_key: 'n' },
    ])
    const list = paginate('POST /cgi-bin/living/get_watch_stat', { json: { livingid: 'l' } })
    expect(await rowsOf(list)).toEqual([
      { stat_info: { users: [1], external_users: [2] }, ending: 1, next_key: 'n' },
    ])
  })

  it('says where it stopped, and goes on from there', async () => {
    const answers = [{ dept_user: [1], next_cursor: 'n' }, { dept_user: [2] }]
    const first = answering(answers)
    for await (const page of first.paginate('POST /cgi-bin/user/list_id').pages()) {
      expect(page).toEqual({ items: [1], nextCursor: 'n', data: answers[0] })
      break
    }
    expect(first.asked).toHaveLength(1)
    const second = answering(answers.slice(1))
    for await (const page of second.paginate('POST /cgi-bin/user/list_id').pages({ cursor: 'n' })) {
      expect(page.nextCursor).toBeUndefined()
    }
    expect(second.asked.map(({ json }) => json)).toEqual([{ cursor: 'n' }])
  })

  it('reads a page when it is asked for one, and none after the loop was left', async () => {
    const { paginate, asked } = answering([
      { dept_user: [1, 2], next_cursor: 'a' },
      { dept_user: [3], next_cursor: 'b' },
    ])
    const list = paginate('POST /cgi-bin/user/list_id')
    expect(asked).toHaveLength(0)
    let rows = 0
    for await (const _row of list) if ((rows += 1) === 3) break
    expect(asked).toHaveLength(2)
  })

  it('ends with the reason of an abort between pages', async () => {
    const { paginate, asked } = answering([{ dept_user: [1], next_cursor: 'a' }])
    const controller = new AbortController()
    const reason = new Error('left')
    const list = paginate('POST /cgi-bin/user/list_id', { signal: controller.signal })
    const read = async (): Promise<void> => {
      for await (const row of list) controller.abort(row === undefined ? undefined : reason)
    }
    await expect(read()).rejects.toBe(reason)
    expect(asked).toHaveLength(1)
  })

  it('refuses to be cut short or led in a circle', async () => {
    const short = answering([{ userid_list: ['a'], has_more: true }])
    await expect(rowsOf(short.paginate('POST /cgi-bin/wedoc/vip/list'))).rejects.toMatchObject({
      code: 'ERR_WECOM_INVALID_RESPONSE',
      path: '/cgi-bin/wedoc/vip/list',
    })
    const wrong = answering([{ userid_list: 'a' }])
    await expect(rowsOf(wrong.paginate('POST /cgi-bin/wedoc/vip/list'))).rejects.toMatchObject({
      reason: 'schema',
    })
  })

  it('finds every circle of cursors, however long it is and however late it begins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 30 }), async (tail, length) => {
        let asked = 0
        const request: RequestFunction = async () => {
          const at = asked < tail ? asked : tail + ((asked - tail) % length)
          asked += 1
          const data = JSON.parse(JSON.stringify({ dept_user: [at], next_cursor: `c${at}` }))
          return { data, meta: { status: 200, headers: {}, attempts: 1, retryDelayMs: 0, durationMs: 0 } }
        }
        const list = createPaginate(request)('POST /cgi-bin/user/list_id')
        await expect(rowsOf(list)).rejects.toMatchObject({ code: 'ERR_WECOM_INVALID_RESPONSE' })
        expect(asked).toBe(tail + length + 1)
      }),
    )
  })

  it('refuses a route without pages', () => {
    const { paginate } = answering([])
    const route: string = 'GET /cgi-bin/user/get'
    // @ts-expect-error only lists with pages compile
    expect(() => paginate(route)).toThrow(/must be that of a list that comes in pages/)
  })

  it('knows how to walk 80 lists', () => {
    expect(Object.keys(pagedShapes).length).toBeGreaterThanOrEqual(80)
  })
})
