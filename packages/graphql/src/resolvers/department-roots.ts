import type { FieldResolvers } from './resolver.ts'
import type { ResolverTools } from './resolver-tools.ts'
import { rootField } from './root-field.ts'

interface DepartmentsArguments {
  parentId?: string | null
  recursive: boolean | null
}

/** The root fields that answer departments. */
export function departmentRoots(tools: ResolverTools): FieldResolvers {
  const department = rootField<{ id: string }>(tools, 'department', (scope, { id }) =>
    scope.department(Number(id)),
  )
  const departments = rootField<DepartmentsArguments>(tools, 'departments', async (scope, args) => {
    const parent = args.parentId == null ? undefined : Number(args.parentId)
    if (parent !== undefined && !(await scope.department(parent))) return null
    const found = await scope.departments(parent, args.recursive ?? false)
    scope.count(found.length)
    return found
  })
  return { department, departments }
}
