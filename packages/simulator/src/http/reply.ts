import type { Reason } from '../wire/reason.ts'

/** An answer before it is written to the socket, so that a fault can still spoil it. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
  /** For the journal; undefined for pages and files. */
  errcode?: number
  /** Why it is not the plain success, for the journal. */
  why?: Reason
  /** Members in the answer, for the latency model of lists. */
  members?: number
}

/** JSON as WeCom labels it. */
export function jsonReply(status: number, value: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: Buffer.from(JSON.stringify(value)),
  }
}

/** The simulator's own word, not WeCom's, to whoever may not ask. */
export function refusal(why: string): Reply {
  return jsonReply(403, { error: why })
}

/** A page. Nothing may be loaded from elsewhere: the simulator works offline. */
export function htmlReply(status: number, body: string): Reply {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(body),
  }
}

/** A redirect of a login page. Not cached: each one carries another code. */
export function redirectReply(location: string): Reply {
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: Buffer.alloc(0) }
}
