/** Departments as `[id, name]` to choose from, parents before children and indented below them. */
export function departmentNames(departments) {
  const children = Map.groupBy(departments, ({ parentid }) => parentid)
  const names = []
  const walk = (parentid, depth) => {
    for (const { id, name } of children.get(parentid) ?? []) {
      names.push([id, `${'\u2003'.repeat(depth)}${name} (${id})`])
      walk(id, depth + 1)
    }
  }
  walk(0, 0)
  return names
}

/** Names of departments by id. */
export function nameById(departments) {
  return new Map(departments.map(({ id, name }) => [id, name]))
}
