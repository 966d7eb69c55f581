/** What decided about a request. */
export type Rule =
  | 'secret'
  | 'token'
  | 'secret kind'
  | 'trusted IP'
  | 'frequency'
  | 'concurrency'
  | 'parameters'
  | 'visible range'
  /** One-time codes and tickets. */
  | 'code'
  /** It belongs to another app. */
  | 'owner'
  /** What was asked does not go with what the corp holds. */
  | 'state'
  | 'login link'
  | 'path'
  | 'fault'
  | 'stub'

/** Why a request was answered as it was. */
export interface Reason {
  readonly rule: Rule
  /** In words, with the values it was decided by and without secrets, for the one who can mend it. */
  readonly reason: string
}
