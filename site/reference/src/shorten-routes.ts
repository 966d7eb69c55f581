import { IntrinsicType, ReflectionKind, type ProjectReflection } from 'typedoc'

/**
 * Leaves of the 611 paths of WeCom's API their names and what is said of each. Their fields, which an editor shows where
 * a path is called, would be half of all pages.
 */
export function shortenRoutes(project: ProjectReflection): void {
  for (const routes of project.getReflectionsByKind(ReflectionKind.Interface)) {
    if (routes.name !== 'WecomRoutes' || !routes.isDeclaration()) continue
    delete routes.extendedTypes
    delete routes.typeHierarchy
    for (const route of routes.children ?? []) {
      route.type = new IntrinsicType('object')
      delete route.inheritedFrom
    }
  }
}
