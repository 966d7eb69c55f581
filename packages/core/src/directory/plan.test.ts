import type { ListLevel } from './types.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getPrice, memberWeight, plan, type Plan, type PlanInput } from './plan.ts'

interface Organisation {
  sizes: number[]
  homes: number[][]
  users: ListLevel[]
  lists: [number, ListLevel][]
}

const level = fc.constantFrom<ListLevel>('simple', 'full')

/** Up to 5 departments and 9 wanted members, each in at most `most` of them. */
const organisations = (most: number): fc.Arbitrary<Organisation> =>
  fc.integer({ min: 1, max: 5 }).chain((departments) => {
    const department = fc.integer({ min: 0, max: departments - 1 })
    return fc.record({
      sizes: fc.array(fc.constantFrom(1, 5, 20, 60, 120, 365, 1000, 6000), {
        minLength: departments,
        maxLength: departments,
      }),
      homes: fc.array(fc.uniqueArray(department, { minLength: 1, maxLength: most }), {
        minLength: 9,
        maxLength: 9,
      }),
      users: fc.array(level, { maxLength: 9 }),
      lists: fc.uniqueArray(fc.tuple(department, level), { maxLength: 2, selector: ([id]) => id }),
    })
  })

function inputOf({ sizes, homes, users, lists }: Organisation, options: Partial<PlanInput> = {}): PlanInput {
  return {
    lists: new Map(lists),
    users: new Map(users.map((wanted, index) => [`u${index}`, wanted])),
    homes: (user) => homes[Number(user.slice(1))] ?? [],
    sizeOf: (department) => sizes[department],
    underway: () => undefined,
    canGet: true,
    rent: () => 0,
    wholeListUpTo: 0,
    maxListSize: 5000,
    ...options,
  }
}

/** The cheapest way by trying every set of full lists; members not in one are fetched one by one. */
function cheapest(organisation: Organisation): number {
  const { sizes, homes, users } = organisation
  let best = Infinity
  const forced = organisation.lists.map(([department]) => department)
  for (let set = 0; set < 2 ** sizes.length; set += 1) {
    const lists = new Set(sizes.map((_size, id) => id).filter((id) => Math.floor(set / 2 ** id) % 2 === 1))
    if (!forced.every((department) => lists.has(department))) continue
    const optional = [...lists].filter((department) => !forced.includes(department))
    if (optional.some((department) => (sizes[department] ?? 0) > 5000)) continue
    const gets = users.filter((_level, user) => !homes[user]?.some((home) => lists.has(home))).length
    const price = [...lists].reduce((sum, id) => sum + 1 + (sizes[id] ?? 0) * memberWeight.full, 0)
    best = Math.min(best, price + gets * getPrice)
  }
  return best
}

const allFull = (organisation: Organisation): Organisation => ({
  ...organisation,
  users: organisation.users.map(() => 'full'),
  lists: organisation.lists.map(([department]) => [department, 'full']),
})

function callsOf(made: Plan): number {
  return made.lists.size + made.gets.length + made.unknown.length
}

describe('the plan', () => {
  test('is the cheapest there is while everybody is in one department', () => {
    fc.assert(
      fc.property(organisations(1).map(allFull), (organisation) => {
        expect(plan(inputOf(organisation)).cost).toBeCloseTo(cheapest(organisation), 6)
      }),
      { numRuns: 500 },
    )
  })

  test('is the cheapest in 99 of 100 cases with members in up to three departments, and never far from it', () => {
    const gaps = fc
      .sample(organisations(3).map(allFull), { numRuns: 3000, seed: 20261120 })
      .map((organisation) => plan(inputOf(organisation)).cost / (cheapest(organisation) || 1))
    expect(gaps.filter((gap) => gap <= 1 + 1e-9).length / gaps.length).toBeGreaterThan(0.99)
    expect(Math.max(...gaps)).toBeLessThan(1.6)
  })

  test('reaches everybody, and fetches every list that was asked for', () => {
    fc.assert(
      fc.property(organisations(3), fc.constantFrom(0, 50, 200), (organisation, wholeListUpTo) => {
        const input = inputOf(organisation, { wholeListUpTo })
        const made = plan(input)
        for (const [department, wanted] of input.lists) {
          expect([wanted, 'full']).toContain(made.lists.get(department))
        }
        for (const [user, wanted] of input.users) {
          const listed = input
            .homes(user)
            .some((home) => [wanted, 'full'].includes(made.lists.get(home) ?? ''))
          expect(listed || made.gets.includes(user) || made.unknown.includes(user)).toBe(true)
        }
      }),
    )
  })

  test('never makes more calls than one per member and list', () => {
    fc.assert(
      fc.property(organisations(3), fc.constantFrom(0, 50, 200, 5000), (organisation, wholeListUpTo) => {
        const input = inputOf(organisation, { wholeListUpTo })
        expect(callsOf(plan(input))).toBeLessThanOrEqual(input.users.size + input.lists.size)
      }),
    )
  })

  test.each([
    [10, 2],
    [30, 2],
    [365, 2],
    [1000, 3],
    [2000, 5],
    [5000, 11],
  ])('lists a department of %i from %i wanted members on', (size, from) => {
    const wanted = (count: number): Plan =>
      plan(
        inputOf({
          sizes: [size],
          homes: Array.from({ length: count }, () => [0]),
          users: Array.from({ length: count }, () => 'full'),
          lists: [],
        }),
      )
    expect(wanted(from - 1)).toMatchObject({ lists: new Map() })
    expect(wanted(from)).toMatchObject({ lists: new Map([[0, 'full']]), gets: [] })
  })

  test('lists small departments for a single member', () => {
    const organisation: Organisation = {
      sizes: [200, 201],
      homes: [[0], [1]],
      users: ['full', 'full'],
      lists: [],
    }
    const made = plan(inputOf(organisation, { wholeListUpTo: 200 }))
    expect([...made.lists.keys()]).toEqual([0])
    expect(made.gets).toEqual(['u1'])
  })

  test('counts what was spent on a department towards its list', () => {
    const organisation: Organisation = { sizes: [5000], homes: [[0]], users: ['full'], lists: [] }
    expect(plan(inputOf(organisation, { rent: () => 9 })).lists.size).toBe(0)
    expect(plan(inputOf(organisation, { rent: () => 10 })).lists.size).toBe(1)
  })

  test('fetches members of several departments with the list that brings most, now and for later', () => {
    const organisation: Organisation = {
      sizes: [40, 400, 12],
      homes: [
        [0, 1, 2],
        [2, 0],
      ],
      users: ['full', 'full'],
      lists: [],
    }
    const made = plan(
      inputOf({ ...organisation, homes: [[0, 1, 2]], users: ['full'] }, { wholeListUpTo: 1000 }),
    )
    expect([...made.lists.keys()]).toEqual([1])
    const both = plan(inputOf(organisation, { wholeListUpTo: 100 }))
    expect([...both.lists.keys()]).toEqual([0])
  })

  test('never lists more than maxListSize members for the sake of some', () => {
    const organisation: Organisation = {
      sizes: [5001],
      homes: Array.from({ length: 400 }, () => [0]),
      users: Array.from({ length: 400 }, () => 'full'),
      lists: [],
    }
    expect(plan(inputOf(organisation, { rent: () => 1000 })).gets).toHaveLength(400)
  })

  test('joins a list that is under way instead of making a call', () => {
    const organisation: Organisation = { sizes: [6000], homes: [[0]], users: ['full'], lists: [] }
    const made = plan(inputOf(organisation, { underway: () => 'full' }))
    expect(made).toMatchObject({ lists: new Map([[0, 'full']]), gets: [], cost: 0 })
    expect(plan(inputOf(organisation, { underway: () => 'simple' })).gets).toEqual(['u0'])
  })

  test('fetches large lists small when names are all that is wanted', () => {
    const simple: Organisation = { sizes: [60, 60], homes: [], users: [], lists: [[0, 'simple']] }
    expect(plan(inputOf(simple)).lists).toEqual(new Map([[0, 'full']]))
    const both: Organisation = {
      ...simple,
      lists: [
        [0, 'simple'],
        [1, 'simple'],
      ],
    }
    expect([...plan(inputOf(both)).lists.values()]).toEqual(['simple', 'simple'])
  })

  test.each([
    [110, 'full'],
    [111, 'simple'],
  ])('a list of %i names is fetched %s', (size, expected) => {
    const asked: Organisation = { sizes: [size], homes: [], users: [], lists: [[0, 'simple']] }
    expect([...plan(inputOf(asked)).lists.values()]).toEqual([expected])
    const homes = Array.from({ length: 9 }, () => [0])
    const chosen: Organisation = { sizes: [size], homes, users: homes.map(() => 'simple'), lists: [] }
    expect([...plan(inputOf(chosen)).lists.values()]).toEqual([expected])
  })

  test('members of lists that are fetched in full anyway do not make another list small', () => {
    const lists: [number, ListLevel][] = [
      [0, 'full'],
      [1, 'simple'],
    ]
    const made = plan(inputOf({ sizes: [5000, 60], homes: [], users: [], lists }))
    expect([...made.lists.values()]).toEqual(['full', 'full'])
  })

  test('members of no known department cost a call each', () => {
    const made = plan(inputOf({ sizes: [], homes: [[], []], users: ['full', 'simple'], lists: [] }))
    expect(made).toMatchObject({ unknown: ['u0', 'u1'], gets: [], cost: 2 * getPrice })
  })

  test('of two lists that bring the same, the one with the lower id is fetched', () => {
    const organisation: Organisation = { sizes: [20, 20], homes: [[1, 0]], users: ['full'], lists: [] }
    expect([...plan(inputOf(organisation, { wholeListUpTo: 100 })).lists.keys()]).toEqual([0])
  })

  test('takes less than 100 µs for a page of 60 members and 6 lists', () => {
    const organisation: Organisation = {
      sizes: Array.from({ length: 300 }, (_unused, index) => 10 + index),
      homes: Array.from({ length: 60 }, (_unused, index) =>
        index % 8 === 0 ? [index, index + 1] : [index % 12],
      ),
      users: Array.from({ length: 60 }, () => 'full'),
      lists: [0, 1, 2, 3, 4, 5].map((department) => [department, 'full']),
    }
    const input = inputOf(organisation, { wholeListUpTo: 200 })
    const times = Array.from({ length: 2000 }, () => {
      const started = performance.now()
      plan(input)
      return performance.now() - started
    })
    expect(times.toSorted((one, other) => one - other)[1000]).toBeLessThan(0.1)
  })
})
