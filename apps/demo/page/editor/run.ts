import { parseJson, post, type Reply } from '../lib/ask.ts'
import type { MessageValues } from '../lib/language.ts'
import type { MessageKey } from '../lib/messages/zh.ts'
import { signedOut } from '../lib/problem.ts'
import { dig, isRecord, readList, readText } from '../lib/read.ts'
import type { Draft } from './memory.ts'

/** What a query took, as the server saw it. */
export interface Trace {
  /** Calls to WeCom by path. */
  readonly calls: readonly (readonly [path: string, count: number])[]
  /** Demands that the cache answered. */
  readonly hits: number
}

/** What a run came to, in words that can be said again in the other language. */
export interface Outcome {
  readonly meta: MessageKey
  readonly values: MessageValues
  /** The answer, indented. */
  readonly text: string
  readonly requestId: string | undefined
  /** undefined when the server does not say. */
  readonly trace: Trace | undefined
}

/** Runs what is in the editor. */
export async function runDraft(draft: Draft, operationName: string | undefined): Promise<Outcome> {
  const variables = draft.variables.trim() === '' ? {} : parseJson(draft.variables)
  if (!isRecord(variables)) return failed('badVariables')
  try {
    return outcomeOf(await post({ query: draft.query, variables, operationName, trace: true }))
  } catch {
    return failed('networkError')
  }
}

function outcomeOf({ status, durationMs, requestId, body }: Reply): Outcome {
  const codes = readList(dig(body, 'errors'), (error) => readText(dig(error, 'extensions', 'code')))
  if (status === 401 || codes.includes('UNAUTHENTICATED')) signedOut()
  if (body === undefined) return { ...failed('serverError'), values: { status }, requestId }
  const text = JSON.stringify(body, undefined, 2)
  const values = { status, duration: durationMs }
  return { meta: 'resultMeta', values, text, requestId, trace: readTrace(dig(body, 'extensions', 'wecom')) }
}

function failed(meta: MessageKey): Outcome {
  return { meta, values: {}, text: '', requestId: undefined, trace: undefined }
}

function readTrace(value: unknown): Trace | undefined {
  const [calls, hits] = [dig(value, 'calls'), dig(value, 'hits')]
  if (!isRecord(calls) || typeof hits !== 'number') return undefined
  const counted = Object.entries(calls).flatMap(([path, count]): [string, number][] =>
    typeof count === 'number' ? [[path.replace('/cgi-bin/', ''), count]] : [],
  )
  return { calls: counted, hits }
}
