/** Where a peer's client should go and as whom. */
export interface PeerTarget {
  baseUrl: string
  corpId: string
  secret: string
  agentId: number
}

/** A client to compare: one read through whatever token handling it has. */
export interface Peer {
  readonly name: string
  /** A client that has fetched nothing yet. */
  create(target: PeerTarget): Promise<PeerClient>
}

/** One client of a peer. */
export interface PeerClient {
  /** user/get; rejects when the peer reports a failure in any way, a returned errcode included. */
  getUser(userid: string): Promise<void>
  close(): Promise<void>
}

/** Several peers hand WeCom's error back as a value: that is a failed call. */
export function rejectErrcode(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('errcode' in answer) || answer.errcode === 0) return
  throw new Error(`errcode ${String(answer.errcode)}`)
}
