import type { Simulator } from '@wecom-kit/simulator'

/** One request of a viewer. */
export type ViewerRequest =
  | { kind: 'users'; ids: readonly string[] }
  | { kind: 'list'; departmentId: number; recursive: boolean }

/** 400 requests: oneself 30 %, 20 members with 70 % of them colleagues 45 %, a department 20 %, a subtree 5 %. */
export function requestStream({ contacts }: Simulator, count: number = 400): ViewerRequest[] {
  const random = seeded(20_261_120)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const users = contacts.users()
  const departments = contacts.departments()
  const teams = Map.groupBy(users, ({ department: [main] }) => main)
  return Array.from({ length: count }, (): ViewerRequest => {
    const kind = random()
    const viewer = pick(users)
    if (kind < 0.3) return { kind: 'users', ids: [viewer.userid] }
    if (kind >= 0.75) return { kind: 'list', departmentId: pick(departments).id, recursive: kind >= 0.95 }
    const team = teams.get(viewer.department[0]) ?? users
    return {
      kind: 'users',
      ids: Array.from({ length: 20 }, () => pick(random() < 0.7 ? team : users).userid),
    }
  })
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
