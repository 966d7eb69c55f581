import type { KnownArguments } from './argument-rules.ts'

/** How many items a field is expected to answer. */
export type ListSize = (known: KnownArguments) => number

/** Expected length of a list nobody told us about: one of a host's schema. */
export const unknownListSize = 10

/**
 * Expected sizes of our lists, for the estimate of an operation's nodes. A page counts in full, a list without a page
 * size counts as a usual team; `results` catches what turns out larger. A connection's page is counted on the field,
 * so its `nodes` and `edges` count once.
 */
export const listSizes: Readonly<Record<string, ListSize>> = {
  'Query.users': ({ ids }) => (Array.isArray(ids) ? ids.length : 1),
  // A subgraph's references.
  'Query._entities': ({ representations }) => (Array.isArray(representations) ? representations.length : 1),
  'Query.departments': ({ recursive }) => (recursive === true ? 50 : 4),
  'Query.departmentUsers': ({ first }) => numberOr(first, 100),
  'Query.searchUsers': ({ first }) => numberOr(first, 20),
  'Department.members': ({ first }) => numberOr(first, 50),
  'Department.children': () => 4,
  'Department.path': () => 4,
  'Department.leaders': () => 2,
  'User.directLeaders': () => 2,
}

/** Lists that multiply what is below them, but whose items are parts of a member and no nodes of their own. */
export const partSizes: Readonly<Record<string, number>> = {
  'User.memberships': 2,
  'User.attributes': 1,
  'UserConnection.edges': 1,
  'UserConnection.nodes': 1,
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
