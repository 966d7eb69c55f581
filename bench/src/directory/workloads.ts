import { generateCorp, type Corp } from './corp.ts'
import { pick, randomFrom } from './random.ts'
import { stream, type Request } from './requests.ts'

/** A change of the corp, told to the strategies as a change_contact event would. */
export interface Change {
  userId: string
  departments: number[]
}

/** Something that happens at a moment of the workload. */
export type Happening =
  | { at: number; request: Request }
  | { at: number; change: Change }
  | { at: number; block: { paths: readonly string[]; ms: number } }

/** Requests and what goes on meanwhile, in milliseconds from the start. */
export interface Workload {
  readonly name: string
  readonly makeCorp: () => Corp
  readonly happenings: (corp: Corp) => Happening[]
  /** Whether strategies with a warm-up may do it before; its calls count. @default true */
  readonly warm?: boolean
  /** Whether it is over before answers grow old, so that the clairvoyant's calls can be given. @default false */
  readonly optimum?: boolean
}

const usual = (): Corp => generateCorp()
const every = (requests: readonly Request[], ms: number): Happening[] =>
  requests.map((request, index) => ({ at: index * ms, request }))
const once =
  (make: (corp: Corp) => Request): Workload['happenings'] =>
  (corp) => [{ at: 0, request: make(corp) }]

/** One request alone. */
export const singles: readonly Workload[] = [
  {
    name: '50 ids, each 10 times',
    makeCorp: usual,
    happenings: once((corp) => ({
      kind: 'users',
      ids: Array(10)
        .fill(team(corp, 120, 50))
        .flat(),
    })),
  },
  {
    name: '50 of a team of 120',
    makeCorp: usual,
    happenings: once((corp) => ({ kind: 'users', ids: team(corp, 120, 50) })),
  },
  {
    name: '50 of 12,000',
    makeCorp: usual,
    happenings: once((corp) => ({
      kind: 'users',
      ids: corp.userIds.filter((_id, index) => index % 240 === 7),
    })),
  },
  {
    name: '5 of a department of 365',
    makeCorp: usual,
    happenings: once((corp) => ({ kind: 'users', ids: team(corp, 365, 5) })),
  },
  {
    name: '6 departments',
    makeCorp: usual,
    happenings: once(() => ({ kind: 'page', ids: [], departmentIds: siblings })),
  },
  {
    name: '6 departments, 60 of them',
    makeCorp: usual,
    happenings: once((corp) => ({
      kind: 'page',
      ids: siblings.flatMap((id) => (corp.members.get(id) ?? []).slice(0, 10)),
      departmentIds: siblings,
    })),
  },
  {
    name: '200 of 10 teams',
    makeCorp: usual,
    happenings: once((corp) => ({
      kind: 'users',
      ids: [60, 61, 62, 63, 64, 65, 66, 67, 68, 69].flatMap((id) =>
        (corp.members.get(id) ?? []).slice(0, 20),
      ),
    })),
  },
  {
    name: 'a subtree of 43 departments',
    makeCorp: usual,
    happenings: once(() => ({ kind: 'list', departmentId: 2, recursive: true })),
  },
]

/** Traffic. */
export const streams: readonly Workload[] = [
  {
    name: 'stream of 400 at 40/s',
    makeCorp: usual,
    optimum: true,
    happenings: (corp) => every(stream(corp), 25),
  },
  {
    name: 'stream of 400 at 40/s, other requests',
    makeCorp: usual,
    optimum: true,
    happenings: (corp) => every(stream(corp, 400, 6), 25),
  },
  {
    name: 'cold start: 80 at once',
    makeCorp: usual,
    warm: false,
    happenings: (corp) => every(stream(corp, 80, 11), 0),
  },
  { name: 'an hour at 1/s', makeCorp: usual, happenings: (corp) => every(stream(corp, 3600, 5), 1000) },
  {
    name: '500 unknown ids, twice',
    makeCorp: usual,
    happenings: () => {
      const ids = Array.from({ length: 500 }, (_unused, index) => `ghost${index}`)
      return every(
        [
          { kind: 'users', ids },
          { kind: 'users', ids },
        ],
        5000,
      )
    },
  },
  {
    name: '500 scattered ids, 20 a request',
    makeCorp: usual,
    happenings: (corp) =>
      every(
        chunks(
          corp.userIds.filter((_id, index) => index % 24 === 3),
          20,
        ),
        100,
      ),
  },
  {
    name: 'churn: an event a second',
    makeCorp: usual,
    happenings: (corp) => [...every(stream(corp, 2400, 17), 25), ...churn(corp, 60)],
  },
  {
    name: '45009 storm for 60 s after 5 s',
    makeCorp: usual,
    happenings: (corp) => [
      ...every(stream(corp, 800, 23), 50),
      { at: 5000, block: { paths: ['user/get', 'user/list'], ms: 60_000 } },
    ],
  },
  {
    name: '1,000 single members of 12 departments of 1,000',
    makeCorp: () => generateCorp({ departments: 12, seed: 9 }),
    happenings: (corp) =>
      every(
        corp.userIds.filter((_id, index) => index % 12 === 5).map((id) => ({ kind: 'users', ids: [id] })),
        100,
      ),
  },
  {
    name: '12 departments of 1,000',
    makeCorp: () => generateCorp({ departments: 12, seed: 9 }),
    happenings: (corp) => every(stream(corp), 25),
  },
]

const siblings: readonly number[] = [50, 51, 52, 53, 54, 55]

/** Members of a department of about that size. */
function team(corp: Corp, size: number, count: number): string[] {
  const [, members = []] =
    [...corp.members].toSorted(
      ([, one], [, other]) => Math.abs(one.length - size) - Math.abs(other.length - size),
    )[0] ?? []
  return members.slice(5, 5 + count)
}

function chunks(ids: readonly string[], size: number): Request[] {
  const requests: Request[] = []
  for (let next = 0; next < ids.length; next += size)
    requests.push({ kind: 'users', ids: ids.slice(next, next + size) })
  return requests
}

function churn(corp: Corp, seconds: number): Happening[] {
  const random = randomFrom(31)
  return Array.from({ length: seconds }, (_unused, second) => ({
    at: second * 1000 + 512,
    change: { userId: pick(corp.userIds, random), departments: [pick(corp.departments, random).id] },
  }))
}
