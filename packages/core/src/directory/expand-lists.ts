import { departmentKey } from './cache.ts'
import type { Demand, Outcome } from './demand.ts'
import type { Engine } from './engine.ts'
import { asError } from './failure.ts'
import { covers, higher, type ListLevel } from './level.ts'

/**
 * Turns wanted lists and subtrees into the departments whose list has to be fetched. What is known already, and what
 * one `fetch_child` call brings, goes into the outcome.
 */
export async function expandLists(
  engine: Engine,
  demand: Demand,
  outcome: Outcome,
): Promise<Map<number, ListLevel>> {
  const needed = new Map<number, ListLevel>()
  const need = (department: number, level: ListLevel): void => {
    if (!recall(engine, department, level, outcome)) {
      needed.set(department, higher(needed.get(department), level))
    }
  }
  for (const [department, level] of demand.lists) {
    if (await isVisible(engine, department)) need(department, level)
    else outcome.lists.set(department, undefined)
  }
  for (const [root, level] of demand.subtrees) {
    const departments = await subtreeOf(engine, root)
    outcome.subtrees.set(root, departments)
    if (departments === undefined || departments instanceof Error) continue
    if (await fetchWhole(engine, root, departments, level, outcome)) continue
    for (const department of departments) need(department, level)
  }
  return needed
}

/** Without a tree at hand the list itself will tell. */
async function isVisible(engine: Engine, department: number): Promise<boolean> {
  const tree = engine.tree.current(false)
  if (tree === undefined || tree.has(department)) return true
  return (await engine.tree.loadFor(department, false).catch(() => tree)).has(department)
}

async function subtreeOf(engine: Engine, root: number): Promise<readonly number[] | Error | undefined> {
  try {
    const tree = await engine.tree.loadFor(root, false)
    return tree.has(root) ? [root, ...tree.below(root).map((department) => department.id)] : undefined
  } catch (error) {
    return asError(error)
  }
}

function recall(engine: Engine, department: number, level: ListLevel, outcome: Outcome): boolean {
  const { cache, settings } = engine
  const now = settings.now()
  const entry = cache.lists.get(department)
  if (entry !== undefined && covers(entry.level, level) && cache.ageOfList(entry, now) === 'fresh') {
    outcome.lists.set(department, entry)
    return true
  }
  if (!cache.isMissing(departmentKey(department), now)) return false
  outcome.lists.set(department, undefined)
  return true
}

async function fetchWhole(
  engine: Engine,
  root: number,
  departments: readonly number[],
  level: ListLevel,
  outcome: Outcome,
): Promise<boolean> {
  const { fetchChild, upstream } = engine
  if (fetchChild === undefined || !fetchChild.usable) return false
  const missing = departments.filter((department) => !recall(engine, department, level, outcome))
  // One list is one call either way, and its answer is certain.
  if (missing.length < 2) return false
  const result = await upstream.subtree(root, departments, level, fetchChild.request)
  const lists = result.kind === 'found' ? result.value : undefined
  if (result.kind !== 'failed') fetchChild.tried(lists !== undefined)
  for (const list of lists ?? []) outcome.lists.set(list.departmentId, list)
  return lists !== undefined
}
