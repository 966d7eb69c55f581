/** The first cycle of a directed graph, as the nodes along it with the first repeated at the end. */
export function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const finished = new Set<string>()
  for (const start of [...graph.keys()].sort()) {
    const cycle = visit(start, [], graph, finished)
    if (cycle !== undefined) return cycle
  }
  return undefined
}

function visit(
  node: string,
  path: readonly string[],
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  finished: Set<string>,
): readonly string[] | undefined {
  const seenAt = path.indexOf(node)
  if (seenAt !== -1) return [...path.slice(seenAt), node]
  if (finished.has(node)) return undefined
  for (const next of [...(graph.get(node) ?? [])].sort()) {
    const cycle = visit(next, [...path, node], graph, finished)
    if (cycle !== undefined) return cycle
  }
  finished.add(node)
  return undefined
}
