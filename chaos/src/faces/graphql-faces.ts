import { isRecord } from '@wecom-kit/core/foundation'
import type { Outcome } from '../tally.ts'
import type { Face } from './face.ts'
import { departments, members } from './known-corp.ts'
import { type Answer, excerpt, jsonOf, judged, send } from './send.ts'

/** Over Apollo Server. */
export const apolloFace: Face = graphqlFace('GraphQL, Apollo', '/graphql')

/** Over GraphQL Yoga. */
export const yogaFace: Face = graphqlFace('GraphQL, Yoga', '/yoga')

const query = `query ($ids: [ID!]!, $department: ID!) {
  users(ids: $ids) { id name departmentIds mainDepartment { id name } }
  departmentUsers(departmentId: $department) { id }
}`

const headers = { 'content-type': 'application/json', accept: 'application/json' }

function graphqlFace(name: string, path: string): Face {
  return {
    name,
    call: (target, { random, secrets }) =>
      judged(target, async () => {
        const ids = random.shuffle(members).slice(0, 3)
        const [department, expected] = random.pick(departments)
        const body = JSON.stringify({ query, variables: { ids, department } })
        const answer = await send(target.origins.sealed + path, { method: 'POST', headers, body }, secrets)
        return judge(answer, JSON.stringify([ids, expected]))
      }),
  }
}

/** Codes that WeCom's troubles may lead to; a masked error would be a bug of ours. */
const codes = new Set(['WECOM_UPSTREAM', 'RATE_LIMITED'])

function judge(answer: Answer, expected: string): Outcome {
  const body = jsonOf(answer)
  if (!isRecord(body)) return { kind: 'untyped', detail: excerpt(answer) }
  if (Array.isArray(body['errors'])) {
    const errors: unknown[] = body['errors']
    const foreign = errors.find((error) => !codes.has(codeOf(error)))
    return foreign === undefined
      ? { kind: 'typed', code: codeOf(errors[0]) }
      : { kind: 'untyped', detail: JSON.stringify(foreign) }
  }
  const data = isRecord(body['data']) ? body['data'] : {}
  const got = JSON.stringify([idsOf(data['users']), idsOf(data['departmentUsers'])])
  if (got === expected) return { kind: 'answer' }
  return { kind: 'lost', detail: `expected ${expected}, got ${got}` }
}

function codeOf(error: unknown): string {
  if (!isRecord(error) || !isRecord(error['extensions'])) return 'no code'
  return String(error['extensions']['code'])
}

function idsOf(list: unknown): unknown {
  return Array.isArray(list) ? list.map((one: unknown) => (isRecord(one) ? one['id'] : one)) : list
}
