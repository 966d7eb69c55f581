import type { WecomEvent } from '@wecom-kit/core'
import { currentRequestId } from '../http/request-context.ts'

/** Something that went wrong for somebody, without anything secret. */
export interface Failure {
  /** Milliseconds since 1970. */
  readonly at: number
  /** As the visitor saw it; undefined for work in the background. */
  readonly requestId: string | undefined
  /** Such as `GET /cgi-bin/user/list`, `sign-in` or `graphql`. */
  readonly where: string
  /** Our code, with WeCom's errcode where one came. */
  readonly code: string
}

/** Calls to one path of WeCom. */
export interface UpstreamCount {
  readonly path: string
  calls: number
  failures: number
  totalMs: number
}

const maxFailures = 100
/** WeCom's codes for "too often", after which the directory pauses. */
const quotaErrcodes: ReadonlySet<number> = new Set([45009, 45033])

/** What this process has done and suffered since its start, for the operations view. */
export class Ledger {
  readonly startedAt = Date.now()
  readonly upstream: Map<string, UpstreamCount> = new Map()
  readonly #failures: Failure[] = []
  signIns = 0
  tokenRefreshes = 0
  quotaPauses = 0

  /** The latest failures, newest first. */
  get failures(): readonly Failure[] {
    return this.#failures.toReversed()
  }

  /** Notes what a client reports. */
  wecom(event: WecomEvent): void {
    if (event.type === 'token.refresh') this.tokenRefreshes += 1
    if (event.type !== 'request') return
    const count = this.upstream.get(event.path) ?? { path: event.path, calls: 0, failures: 0, totalMs: 0 }
    this.upstream.set(event.path, count)
    count.calls += event.attempts
    count.totalMs += event.durationMs
    if (event.error === undefined) return
    count.failures += 1
    if (event.errcode !== undefined && quotaErrcodes.has(event.errcode)) this.quotaPauses += 1
    const errcode = event.errcode === undefined ? '' : ` (${event.errcode})`
    this.failure(`${event.method} ${event.path}`, `${event.error}${errcode}`)
  }

  /** Notes a failure of the request that this runs for. */
  failure(where: string, code: string): void {
    this.#failures.push({ at: Date.now(), requestId: currentRequestId(), where, code })
    if (this.#failures.length > maxFailures) this.#failures.shift()
  }
}
