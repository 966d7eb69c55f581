import type { AppchatsApi } from '../endpoints/appchats.ts'
import type { BatchesApi } from '../endpoints/batches.ts'
import type { ExportsApi } from '../endpoints/exports.ts'
import type { AuthApi } from '../endpoints/auth.ts'
import type { DepartmentsApi } from '../endpoints/departments.ts'
import type { JsSdkApi } from '../endpoints/jssdk.ts'
import type { MediaApi } from '../endpoints/media.ts'
import type { MessagesApi } from '../endpoints/messages.ts'
import type { NetworkApi } from '../endpoints/network.ts'
import type { PaginateFunction } from '../endpoints/paginate.ts'
import type { TagsApi } from '../endpoints/tags.ts'
import type { UsersApi } from '../endpoints/users.ts'
import type { WecomSecret } from './options.ts'
import type { WecomRequest } from '../endpoints/request.ts'

/** Another app of the same corp, for {@link WecomClient.with}. */
export interface AppCredentials {
  secret: WecomSecret
  /** Leave it out for contacts-sync, which has none. */
  agentId?: number | undefined
}

/**
 * A client for one app of one corp. Calls and answers keep WeCom's own names, so that the official documents can be
 * read beside the code. Make one per app and share it; it is safe for any number of concurrent calls.
 */
export interface WecomClient extends AsyncDisposable {
  /** The corp this client speaks for. */
  readonly corpId: string
  /** The app this client speaks as; undefined for contacts-sync. */
  readonly agentId: number | undefined
  /** The WeCom this client talks to: host and port of `baseUrl`, with its path behind a gateway. */
  readonly host: string
  readonly auth: AuthApi
  readonly users: UsersApi
  readonly departments: DepartmentsApi
  readonly tags: TagsApi
  readonly batches: BatchesApi
  readonly exports: ExportsApi
  readonly messages: MessagesApi
  readonly appchats: AppchatsApi
  readonly media: MediaApi
  readonly jssdk: JsSdkApi
  readonly network: NetworkApi
  readonly request: WecomRequest
  readonly paginate: PaginateFunction
  /**
   * Another app of the corp: shares connections, store, lock, limits and hooks, and has its own token.
   *
   * @example
   * ```ts
   * const contacts = wecom.with({ secret: contactsSecret })
   * ```
   */
  with(app: AppCredentials): WecomClient
  /**
   * Ends timers, rejects waiting calls and closes the client's own connections (never a dispatcher you passed).
   * Closing it closes the clients made by `with`; closing one of those closes nothing else.
   */
  close(): Promise<void>
}
