import type { GraphQLError } from 'graphql'
import { badInput, codedError } from '../errors/coded-error.ts'
import { isDepartmentId } from '../ids/is-department-id.ts'
import { isUserId } from '../ids/is-user-id.ts'
import type { WecomLimits } from './limits.ts'

/** Arguments as far as they are known: a variable's value is missing while only the text is at hand. */
export type KnownArguments = Readonly<Record<string, unknown>>

/** A rule for the arguments of one field: the first thing wrong with them. */
export type ArgumentRule = (known: KnownArguments, limits: Readonly<WecomLimits>) => GraphQLError | undefined

const longestPlainPage = 1000
const longestPage = 200
const longestSearchPage = 100
const longestSearchText = 64

/**
 * What the schema's types cannot say about arguments. The same rules run before execution (HTTP 400, no upstream call)
 * and in the resolvers, where no server of ours stands in front.
 */
export const argumentRules: Readonly<Record<string, ArgumentRule>> = {
  'Query.user': (known) => userIdProblem('id', known['id']),
  'Query.users': (known, limits) => idsProblem(known['ids'], limits.ids),
  'Query.department': (known) => departmentIdProblem('id', known['id']),
  'Query.departments': (known) => departmentIdProblem('parentId', known['parentId']),
  'Query.departmentUsers': (known) =>
    departmentIdProblem('departmentId', known['departmentId']) ??
    pageSizeProblem(known['first'], longestPlainPage) ??
    userIdProblem('after', known['after']),
  'Query.searchUsers': (known) =>
    searchTextProblem(known['query']) ?? pageSizeProblem(known['first'], longestSearchPage),
  'Department.members': (known) => pageSizeProblem(known['first'], longestPage),
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

const wordScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

// One Chinese character is a family name; one Latin letter is half the company.
function searchTextProblem(value: unknown): GraphQLError | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const shortest = wordScripts.test(text) ? 1 : 2
  if (text.length >= shortest && text.length <= longestSearchText) return undefined
  return badInput(
    'query',
    `\`query\` must have 2 (Chinese, Japanese, Korean: 1) to ${longestSearchText} characters.`,
  )
}
