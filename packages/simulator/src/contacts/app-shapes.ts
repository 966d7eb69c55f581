import {
  anyText,
  either,
  flag,
  integer,
  listOf,
  matching,
  maybe,
  object,
  oneOf,
  type Shape,
  text,
  unsigned,
} from '../shape/shape.ts'
import { type App, sensitiveFields, type VisibleRange } from '../world/app.ts'
import type { Patch } from '../shape/patched.ts'

const ids = maybe(listOf(unsigned, 100_000))
const hosts = maybe(listOf(anyText, 1000))

const visibleShape: Shape<VisibleRange> = either(
  oneOf('all'),
  object<Exclude<VisibleRange, 'all'>>({ departments: ids, users: maybe(listOf(text, 100_000)), tags: ids }),
)

/** What an admin may change of an app; what is left out stays. */
export type AppPatch = Patch<
  Pick<
    App,
    | 'secret'
    | 'enabled'
    | 'visible'
    | 'trustedDomains'
    | 'webLoginDomains'
    | 'trustedIps'
    | 'sensitiveFields'
    | 'title'
    | 'description'
    | 'homeUrl'
    | 'reportsLocation'
    | 'reportsEntering'
  >
>

const optionalFields = {
  enabled: maybe(flag),
  trustedDomains: hosts,
  webLoginDomains: hosts,
  trustedIps: hosts,
  sensitiveFields: maybe(listOf(oneOf(...sensitiveFields), sensitiveFields.length)),
  title: maybe(text),
  description: maybe(anyText),
  homeUrl: maybe(anyText),
  reportsLocation: maybe(flag),
  reportsEntering: maybe(flag),
}

/** Checks an edit of an app from outside. */
export const appPatchShape: Shape<AppPatch> = object<AppPatch>({
  secret: maybe(text),
  visible: maybe(visibleShape),
  ...optionalFields,
})

/** Checks an app of a seed. */
export const appShape: Shape<App> = object<App>({
  name: matching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'a name of letters, digits, - and _'),
  kind: oneOf('app', 'legacy-app', 'contacts-sync', 'basic', 'external-contact'),
  basic: maybe(oneOf('approval', 'checkin')),
  agentId: maybe(integer(1, 2 ** 31 - 1)),
  secret: text,
  visible: visibleShape,
  ...optionalFields,
})
