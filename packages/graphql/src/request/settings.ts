import type { Directory } from '@wecom-kit/core'
import type { WecomLimits } from '../limits/limits.ts'
import type { CanSee, FieldPolicy, WecomViewer } from '../policy.ts'
import type { KeyBudget } from './key-budget.ts'

/** What all requests of one GraphQL layer have in common. */
export interface ScopeSettings<Viewer extends WecomViewer> {
  readonly directory: Omit<Directory, 'forget'>
  readonly canSee: CanSee<Viewer> | undefined
  readonly fieldPolicy: FieldPolicy<Viewer>
  readonly allowAnonymous: boolean
  readonly loginUrl: string | undefined
  readonly limits: Readonly<WecomLimits>
  readonly budget: KeyBudget
}

/** What is known of one request besides its viewer. */
export interface RequestFacts {
  /** Appears in errors and in the log, so that a report from a user leads to the log line. */
  requestId?: string | undefined
  /** Aborted when the client has gone: no further batch is started for it. */
  signal?: AbortSignal | undefined
  /** Records what the request makes the directory do, for `extensions.wecom` during development. @default false */
  trace?: boolean | undefined
}
