import type { Directory, WecomClient, WecomLogger } from '@wecom-kit/core'
import type { WecomLimits } from './limits/limits.ts'
import type { CanSee } from './policy/visibility.ts'
import type { FieldPolicy } from './policy/field-policy.ts'
import type { RootField } from './schema/names.ts'
import type { WecomViewer } from './viewer.ts'

/** Options of `createWecomGraphQL`. */
export interface WecomGraphQLOptions<Viewer extends WecomViewer = WecomViewer> {
  /** The directory to read. Share one between GraphQL, REST routes and the SSO middleware. Or pass `client`. */
  directory?: Directory
  /** A client to make a directory from, with its defaults, when there is no `directory`. */
  client?: WecomClient
  /**
   * For schemas embedded in a host's own: the viewer of a host's context value. Not needed where
   * `context(viewer)` makes the context value or is spread into it.
   */
  viewerOf?(contextValue: object): Viewer | null | undefined
  /** Hides members and departments from viewers. @default the app's visible range is everyone's */
  canSee?: CanSee<Viewer>
  /**
   * Who may read personal fields.
   * @default one's own record everything, of others avatarUrl and businessEmail
   */
  fieldPolicy?: FieldPolicy<Viewer>
  /**
   * Lets callers without a viewer read root fields other than `me`. Personal fields stay closed by the default policy.
   * @default false
   */
  allowAnonymous?: boolean
  /** Where to sign in; goes into the `loginUrl` of UNAUTHENTICATED errors. @default none */
  loginUrl?: string
  /** Ceilings; see {@link WecomLimits}. */
  limits?: Partial<WecomLimits>
  /** Put before every type name but Query's, where a host has types of these names: `Wecom` → `WecomUser`. @default '' */
  typePrefix?: string
  /** Other names for root fields, or false to leave one out: `{ me: 'wecomMe', searchUsers: false }`. @default their own */
  rootFields?: Partial<Record<RootField, string | false>>
  /**
   * More values of `extensions.code` whose messages `formatError` lets through: those of the host's own errors.
   * @default none
   */
  errorCodes?: readonly string[]
  /** Leaves "Did you mean …?" in messages: it tells the schema to those who guess. @default false */
  suggestions?: boolean
  /** Lets masked errors through to the client. For development only. @default false */
  exposeErrors?: boolean
  /** Where masked errors go in full. @default console, because a masked error that is logged nowhere is lost */
  logger?: Pick<WecomLogger, 'error'>
  /** Milliseconds since 1970, for tests. @default Date.now */
  now?: () => number
}
