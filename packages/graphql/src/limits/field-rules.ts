import { isDepartmentId, isUserId } from '@wecom-kit/core/foundation'
import type { GraphQLError } from 'graphql'
import { badInput, codedError } from '../errors/codes.ts'
import type { WecomLimits } from './limits.ts'

/** Arguments as far as they are known: a variable's value is missing while only the text is at hand. */
export type KnownArguments = Readonly<Record<string, unknown>>

/** What the limits know of a field of the schema. */
export interface FieldRule {
  /** The first thing wrong with its arguments that the schema's types cannot say. */
  readonly check?: (known: KnownArguments, limits: Readonly<WecomLimits>) => GraphQLError | undefined
  /** How many items it is expected to answer: each multiplies what is selected below. */
  readonly items?: (known: KnownArguments) => number
  /** Whether the items are only parts of what is counted elsewhere, and no members or departments of their own. */
  readonly isPart?: true
}

const longestPlainPage = 1000
const longestPage = 200
const longestSearchPage = 100
const longestText = 64

/** Expected length of a list nobody told us about: one of a host's schema. */
export const unknownListSize = 10

/**
 * By the coordinates of our SDL file. The checks run before execution (HTTP 400, no upstream call) and again in the
 * resolvers, where no server of ours stands in front. Of sizes, a page counts in full and a list without a page size
 * as a usual team; `results` catches what turns out larger. A connection's page is counted on its field, so its `nodes`
 * and `edges` are parts.
 */
export const fieldRules: Readonly<Record<string, FieldRule>> = {
  'Query.user': { check: ({ id }) => userIdProblem('id', id) },
  'Query.users': {
    check: ({ ids }, limits) => idsProblem(ids, limits.ids),
    items: ({ ids }) => (Array.isArray(ids) ? ids.length : 1),
  },
  'Query.department': { check: ({ id }) => departmentIdProblem('id', id) },
  'Query.departments': {
    check: ({ parentId }) => departmentIdProblem('parentId', parentId),
    items: ({ recursive }) => (recursive === true ? 50 : 4),
  },
  'Query.departmentUsers': {
    check: ({ departmentId, first, after, filter }) =>
      departmentIdProblem('departmentId', departmentId) ??
      pageSizeProblem(first, longestPlainPage) ??
      userIdProblem('after', after) ??
      filterProblem(filter),
    items: ({ first }) => numberOr(first, 100),
  },
  'Query.searchUsers': {
    check: ({ query, first }) => searchTextProblem(query) ?? pageSizeProblem(first, longestSearchPage),
    items: ({ first }) => numberOr(first, 20),
  },
  // A subgraph's references.
  'Query._entities': {
    items: ({ representations }) => (Array.isArray(representations) ? representations.length : 1),
  },
  'Department.members': {
    check: ({ first, filter }) => pageSizeProblem(first, longestPage) ?? filterProblem(filter),
    items: ({ first }) => numberOr(first, 50),
  },
  'Department.children': { items: () => 4 },
  'Department.path': { items: () => 6 },
  'Department.leaders': { items: () => 4 },
  // WeCom allows five; few have more than one, and a full page of members may show them.
  'User.directLeaders': { items: () => 4 },
  'User.directReports': { items: () => 10 },
  'User.memberships': { items: () => 3, isPart: true },
  'User.attributes': { items: () => 1, isPart: true },
  'UserConnection.edges': { items: () => 1, isPart: true },
  'UserConnection.nodes': { items: () => 1, isPart: true },
}

/**
 * Applies the check of a field to coerced arguments.
 *
 * @throws GraphQLError BAD_USER_INPUT or OPERATION_TOO_COMPLEX
 */
export function checkArguments(coordinates: string, args: object, limits: Readonly<WecomLimits>): void {
  const problem = fieldRules[coordinates]?.check?.({ ...args }, limits)
  if (problem) throw problem
}

function userIdProblem(argument: string, value: unknown): GraphQLError | undefined {
  if (typeof value !== 'string' || isUserId(value)) return undefined
  return badInput(argument, `\`${argument}\` is not a WeCom userid.`)
}

function idsProblem(value: unknown, max: number): GraphQLError | undefined {
  if (!Array.isArray(value)) return undefined
  if (value.length > max) {
    return codedError('OPERATION_TOO_COMPLEX', `\`ids\` has more than ${max} items.`, { limit: 'ids', max })
  }
  return value.every((id) => typeof id !== 'string' || isUserId(id))
    ? undefined
    : badInput('ids', '`ids` holds something that is not a WeCom userid.')
}

function departmentIdProblem(argument: string, value: unknown): GraphQLError | undefined {
  if (typeof value !== 'string' || isDepartmentId(value)) return undefined
  return badInput(argument, `\`${argument}\` is not a WeCom department id: 1 to 10 digits.`)
}

function pageSizeProblem(value: unknown, max: number): GraphQLError | undefined {
  if (typeof value !== 'number' || (value >= 1 && value <= max)) return undefined
  return badInput('first', `\`first\` must be between 1 and ${max}.`)
}

// No name or userid is longer, and the text is compared with four fields of every member.
function filterProblem(value: unknown): GraphQLError | undefined {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined
  if (typeof text !== 'string' || text.length <= longestText) return undefined
  return badInput('filter', `\`filter.text\` must have at most ${longestText} characters.`)
}

const wordScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

// One Chinese character is a family name; one Latin letter is half the company.
function searchTextProblem(value: unknown): GraphQLError | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (text.length <= longestText && text.length >= (wordScripts.test(text) ? 1 : 2)) return undefined
  return badInput(
    'query',
    `\`query\` must have 2 (Chinese, Japanese, Korean: 1) to ${longestText} characters.`,
  )
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback
}
