import type { LoadRequest } from '../load/drive-variants.ts'

/** A department of 120 members in the simulator's big-corp. */
export const departmentId = 8

/** One way to ask, as it is sent. */
export interface Question {
  readonly name: string
  readonly requests: readonly LoadRequest[]
}

const eight = 'id name alias englishName position status departmentIds avatarUrl'
const headers = { 'content-type': 'application/json' }

/** 100 members with 8 fields, asked for in the same text each time: every cache of documents knows it. */
export const sameDocument: Question = {
  name: 'the same document',
  requests: [post({ query: `{ departmentUsers(departmentId: ${departmentId}, first: 100) { ${eight} } }` })],
}

/** The same with variables. */
export const withVariables: Question = {
  name: 'variables',
  requests: [
    post({
      query: `query ($id: ID!, $first: Int) { departmentUsers(departmentId: $id, first: $first) { ${eight} } }`,
      variables: { id: String(departmentId), first: 100 },
    }),
  ],
}

/** So many different texts that no cache of documents knows the next one. */
const differentDocuments = 20_000

/** The same with a literal of its own in every text. */
export const freshLiterals: Question = {
  name: 'a literal of its own each time',
  requests: Array.from({ length: differentDocuments }, (_unused, index) =>
    post({ query: `{ a${index}: departmentUsers(departmentId: ${departmentId}, first: 100) { ${eight} } }` }),
  ),
}

/** 12,000 members with 3 fields. */
export const everybody: Question = {
  name: '12,000 members × 3 fields',
  requests: [post({ query: '{ departmentUsers(departmentId: 1, fetchChild: true) { id name position } }' })],
}

function post(body: object): LoadRequest {
  return { method: 'POST', headers, body: JSON.stringify(body) }
}
