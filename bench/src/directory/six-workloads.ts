import type { Corp } from './corp.ts'
import { pick, randomFrom } from './random.ts'
import { stream, type Request } from './requests.ts'
import type { Happening } from './workloads.ts'

/** Ways in which an application asks, each within one lifetime of the answers. Seeds are fixed. */
export const sixWorkloads: Readonly<Record<string, (corp: Corp) => Happening[]>> = {
  mixed: (corp) => every(stream(corp), 25),
  zipf: (corp) => every(zipf(corp, randomFrom(41)), 50),
  chat: (corp) => every(chat(corp, randomFrom(43)), 50),
  'sign-ins': (corp) => every(signIns(corp, randomFrom(47)), 100),
  scatter: (corp) => every(scatter(corp, randomFrom(53)), 200),
  burst: (corp) =>
    [0, 10_000, 20_000].flatMap((at, index) =>
      stream(corp, 150, 11 + index).map((request): Happening => ({ at, request })),
    ),
}

function every(requests: readonly Request[], ms: number): Happening[] {
  return requests.map((request, index) => ({ at: index * ms, request }))
}

/** Some members are asked for all the time, most hardly ever. */
function zipf({ userIds }: Corp, random: () => number): Request[] {
  const shuffled = userIds
    .map((id) => ({ id, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ id }) => id)
  const draw = (): string => shuffled[Math.floor(shuffled.length ** random()) - 1] ?? pick(shuffled, random)
  return Array.from({ length: 1000 }, () => usersOf(1 + Math.floor(random() * 10), draw))
}

/** 200 groups of 8 to 20, four in five of one team, and who wrote the last messages in one of them. */
function chat(corp: Corp, random: () => number): Request[] {
  const groups = Array.from({ length: 200 }, () => {
    const team = corp.members.get(pick(corp.departments, random).id) ?? corp.userIds
    return Array.from({ length: 8 + Math.floor(random() * 12) }, () =>
      pick(random() < 0.8 ? team : corp.userIds, random),
    )
  })
  return Array.from({ length: 800 }, () => {
    const group = pick(groups, random)
    return usersOf(4 + Math.floor(random() * 8), () => pick(group, random))
  })
}

/** 1,500 different members, one after the other. */
function signIns({ userIds }: Corp, random: () => number): Request[] {
  const seen = new Set<string>()
  while (seen.size < 1500) seen.add(pick(userIds, random))
  return [...seen].map((id) => ({ kind: 'users', ids: [id] }))
}

/** 20 members of anywhere, a hundred times. */
function scatter({ userIds }: Corp, random: () => number): Request[] {
  return Array.from({ length: 100 }, () => usersOf(20, () => pick(userIds, random)))
}

function usersOf(count: number, draw: () => string): Request {
  return { kind: 'users', ids: Array.from({ length: count }, draw) }
}
