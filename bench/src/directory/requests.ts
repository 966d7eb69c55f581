import type { Corp } from './corp.ts'
import { pick, randomFrom } from './random.ts'

/** One request of a viewer, as a page of an application would make it. */
export type Request =
  | { kind: 'users'; ids: readonly string[] }
  | { kind: 'list'; departmentId: number; recursive: boolean }
  | { kind: 'page'; ids: readonly string[]; departmentIds: readonly number[] }

/** `me` 30 %, 20 members of whom 70 % are colleagues 45 %, a department's list 20 %, a subtree 5 %. */
export function stream(corp: Corp, count: number = 400, seed: number = 3): Request[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => oneRequest(corp, random))
}

function oneRequest(corp: Corp, random: () => number): Request {
  const kind = random()
  const viewer = pick(corp.userIds, random)
  if (kind < 0.3) return { kind: 'users', ids: [viewer] }
  if (kind < 0.75) {
    const team = corp.members.get(corp.users.get(viewer)?.department?.[0] ?? 1) ?? [viewer]
    const ids = Array.from({ length: 20 }, () => pick(random() < 0.7 ? team : corp.userIds, random))
    return { kind: 'users', ids }
  }
  return { kind: 'list', departmentId: pick(corp.departments, random).id, recursive: kind >= 0.95 }
}
