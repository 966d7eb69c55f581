import { describe, expect, it } from 'vitest'
import { checkPermission } from './permission.ts'

/** What JavaScript callers, and casts, hand over. */
const given = (json: string): Parameters<typeof checkPermission>[0] => JSON.parse(json)

describe('checkPermission', () => {
  it.each(['"admin"', '7', 'true', 'null', '[7]'])(
    '%s is refused: ignoring it would let every member in',
    (json) => {
      expect(() => checkPermission(given(json))).toThrow(
        /requireWecomUser.*departmentIds, tagIds or userIds/s,
      )
    },
  )

  it.each([
    ['{"departmentId":[7]}', /departmentId/],
    ['{"departmentIds":7}', /departmentIds/],
    ['{"userIds":[5]}', /userIds/],
    ['{}', /requireWecomUser/],
  ])('the rule %s is refused by name', (json, name) => {
    expect(() => checkPermission(given(json))).toThrow(name)
  })

  it('takes nothing, a function and a rule', () => {
    expect(checkPermission(undefined)).toBeUndefined()
    expect(checkPermission(() => true)).toBeUndefined()
    expect(checkPermission({ departmentIds: [7] })).toEqual({ departmentIds: [7] })
  })
})
