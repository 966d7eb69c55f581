import { isRecord } from '@wecom-kit/core/foundation'
import type { Outcome } from '../tally.ts'
import { type Answer, excerpt, jsonOf, judged, send } from './send.ts'
import type { Face } from './face.ts'
import { departments, members } from './known-corp.ts'

/** The client: members and departments straight from WeCom. */
export const coreFace: Face = {
  name: 'core client',
  call: (target, { random, secrets }) =>
    judged(target, async () => {
      const id = random.pick(members)
      const [department, expected] = random.pick(departments)
      const isUser = random.next() < 0.5
      const path = isUser ? `/core/user/${id}` : `/core/department/${department}`
      return judge(await send(target.origins.sealed + path, {}, secrets), isUser ? id : expected)
    }),
}

/** The directory: batches and lists out of its cache, filled from WeCom. */
export const directoryFace: Face = {
  name: 'directory',
  call: (target, { random, secrets }) =>
    judged(target, async () => {
      const ids = random.shuffle(members).slice(0, 3)
      const [department, expected] = random.pick(departments)
      const isUsers = random.next() < 0.5
      const path = isUsers ? `/directory/users/${ids.join(',')}` : `/directory/department/${department}`
      return judge(await send(target.origins.sealed + path, {}, secrets), isUsers ? ids : expected)
    }),
}

function judge(answer: Answer, expected: unknown): Outcome {
  const body = jsonOf(answer)
  if (!isRecord(body)) return { kind: 'untyped', detail: excerpt(answer) }
  const { error, value } = body
  if (typeof error === 'string')
    return error.startsWith('ERR_WECOM_')
      ? { kind: 'typed', code: error }
      : { kind: 'untyped', detail: error }
  if (JSON.stringify(value) === JSON.stringify(expected)) return { kind: 'answer' }
  return { kind: 'lost', detail: `expected ${JSON.stringify(expected)}, got ${JSON.stringify(value)}` }
}
