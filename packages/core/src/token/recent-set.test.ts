import { describe, expect, it } from 'vitest'
import { RecentSet } from './recent-set.ts'

describe('RecentSet', () => {
  it('forgets the one not added for longest', () => {
    const set = new RecentSet(2)
    for (const value of ['a', 'b', 'a', 'c']) set.add(value)
    expect(['a', 'b', 'c'].map((value) => set.has(value))).toEqual([true, false, true])
  })
})
