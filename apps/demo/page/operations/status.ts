import { dig, readList, readText } from '../lib/read.ts'

/** What the operations view shows. Times are milliseconds since 1970. */
export interface Status {
  readonly pid: number
  readonly startedAt: number
  readonly memoryMb: number
  readonly tokenStatus: string
  readonly tokenExpiresAt: number | undefined
  readonly tokenRefreshes: number
  readonly signIns: number
  readonly openPages: number
  readonly hits: number
  readonly quotaPauses: number
  readonly warmUp: { readonly done: number; readonly total: number }
  readonly upstream: readonly {
    readonly path: string
    readonly calls: number
    readonly failures: number
    readonly averageMs: number
  }[]
  readonly failures: readonly {
    readonly at: number
    readonly where: string
    readonly code: string
    readonly requestId: string | undefined
  }[]
}

/** Reads the answer of `GET /demo/operations`. */
export function readStatus(value: unknown): Status {
  const number = (...path: readonly string[]): number => Number(dig(value, ...path) ?? 0)
  const expiresAt = dig(value, 'token', 'expiresAt')
  return {
    pid: number('process', 'pid'),
    startedAt: number('process', 'startedAt'),
    memoryMb: number('process', 'memoryMb'),
    tokenStatus: readText(dig(value, 'token', 'status')) ?? '—',
    tokenExpiresAt: typeof expiresAt === 'number' ? expiresAt : undefined,
    tokenRefreshes: number('token', 'refreshes'),
    signIns: number('signIns'),
    openPages: number('openPages'),
    hits: ['hits', 'staleHits', 'negativeHits'].reduce((sum, kind) => sum + number('directory', kind), 0),
    quotaPauses: number('quotaPauses'),
    warmUp: { done: number('warmUp', 'done'), total: number('warmUp', 'total') },
    upstream: readList(dig(value, 'upstream'), (entry) => {
      const calls = Number(dig(entry, 'calls') ?? 0)
      return {
        path: readText(dig(entry, 'path')) ?? '',
        calls,
        failures: Number(dig(entry, 'failures') ?? 0),
        averageMs: Number(dig(entry, 'totalMs') ?? 0) / Math.max(calls, 1),
      }
    }),
    failures: readList(dig(value, 'failures'), (entry) => ({
      at: Number(dig(entry, 'at') ?? 0),
      where: readText(dig(entry, 'where')) ?? '',
      code: readText(dig(entry, 'code')) ?? '',
      requestId: readText(dig(entry, 'requestId')),
    })),
  }
}
