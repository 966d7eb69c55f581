import { isRecord } from '../../tools/support/is-record.ts'
import type { Visitor } from 'test-support/visitor'

/** The name that GraphQL has for whoever is signed in; the whole answer where it has none. */
export async function meOf(visitor: Visitor): Promise<unknown> {
  const answer = await visitor.query('{ me { name } }')
  const data = isRecord(answer) ? answer['data'] : undefined
  const me = isRecord(data) ? data['me'] : undefined
  return isRecord(me) ? me['name'] : answer
}
