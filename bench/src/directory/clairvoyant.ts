import type { Corp } from './corp.ts'
import type { Workload } from './workloads.ts'

/**
 * What somebody who knows all requests and departments in advance would need within one lifetime of the answers:
 * every list that is asked for, then greedily the lists that cover most of the remaining members.
 */
export function clairvoyantCalls({ makeCorp, happenings }: Workload): number {
  const corp = makeCorp()
  const lists = new Set<number>()
  const wanted = new Set<string>()
  for (const happening of happenings(corp)) {
    if (!('request' in happening)) continue
    const { request } = happening
    if (request.kind === 'list') {
      for (const id of request.recursive ? below(corp, request.departmentId) : [request.departmentId])
        lists.add(id)
    } else {
      for (const id of request.ids) wanted.add(id)
      if (request.kind === 'page') for (const id of request.departmentIds) lists.add(id)
    }
  }
  for (const id of lists) for (const member of corp.members.get(id) ?? []) wanted.delete(member)
  return lists.size + cover(corp, wanted)
}

function cover(corp: Corp, wanted: Set<string>): number {
  let calls = 0
  while (wanted.size > 0) {
    const demand = new Map<number, number>()
    let unknown: string | undefined
    for (const member of wanted) {
      const homes = corp.users.get(member)?.department ?? []
      if (homes.length === 0) unknown = member
      for (const id of homes) demand.set(id, (demand.get(id) ?? 0) + 1)
    }
    const [best] = [...demand].toSorted(([, one], [, other]) => other - one)
    calls += 1
    if (best === undefined) wanted.delete(unknown ?? '')
    else for (const member of corp.members.get(best[0]) ?? []) wanted.delete(member)
  }
  return calls
}

function below(corp: Corp, root: number): number[] {
  const children = corp.departments.filter(({ parentid }) => parentid === root)
  return [root, ...children.flatMap(({ id }) => below(corp, id))]
}
