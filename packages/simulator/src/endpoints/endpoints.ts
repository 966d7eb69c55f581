import { documentedPaths, documentedRoute } from '../documented/documented-routes.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { approvalEndpoints } from './approvals.ts'
import { appEndpoints } from './apps.ts'
import { basicEndpoints } from './basics.ts'
import { batchJobEndpoints } from './batch-jobs.ts'
import { contactWayEndpoints } from './contact-ways.ts'
import { customerEndpoints } from './customers.ts'
import { customerTagEndpoints } from './customer-tags.ts'
import { departmentEndpoints } from './departments.ts'
import { groupChatEndpoints } from './group-chats.ts'
import { groupRobotEndpoints } from './group-robots.ts'
import { mediaEndpoints } from './media.ts'
import { memberIdEndpoints } from './member-ids.ts'
import { memberWriteEndpoints } from './member-writes.ts'
import { memberEndpoints } from './members.ts'
import { messageEndpoints } from './messages.ts'
import { signInEndpoints } from './sign-in.ts'
import { tagEndpoints } from './tags.ts'
import { olderEndpoints } from './older-paths.ts'
import { shapeEndpoint } from './shape-endpoint.ts'

/** Every API with behaviour of its own. */
export const realEndpoints: readonly Endpoint[] = [
  ...basicEndpoints,
  ...signInEndpoints,
  ...memberEndpoints,
  ...memberIdEndpoints,
  ...departmentEndpoints,
  ...tagEndpoints,
  ...batchJobEndpoints,
  ...mediaEndpoints,
  ...memberWriteEndpoints,
  ...messageEndpoints,
  ...groupChatEndpoints,
  ...groupRobotEndpoints,
  ...appEndpoints,
  ...approvalEndpoints,
  ...customerEndpoints,
  ...customerTagEndpoints,
  ...contactWayEndpoints,
  ...olderEndpoints,
]

const real: ReadonlyMap<string, Endpoint> = new Map(
  realEndpoints.map((endpoint) => [endpoint.path, endpoint]),
)
const shapes = new Map<string, Endpoint>()

/** The API of a path: with behaviour of its own, else of the documented shape; undefined for an unknown path. */
export function findEndpoint(path: string): Endpoint | undefined {
  const found = real.get(path) ?? shapes.get(path)
  if (found !== undefined) return found
  const route = documentedRoute(path)
  if (route === undefined) return undefined
  const made = shapeEndpoint(route)
  shapes.set(path, made)
  return made
}

/** True for a path with behaviour of its own. */
export function isReal(path: string): boolean {
  return real.has(path)
}

/** How many documented paths have behaviour, and how many only answer in the documented shape. */
export function coverage(): { real: number; shape: number } {
  const paths = documentedPaths()
  const behaving = paths.filter((path) => real.has(path)).length
  return { real: behaving, shape: paths.length - behaving }
}
