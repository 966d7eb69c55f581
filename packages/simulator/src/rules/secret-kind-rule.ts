import type { DocumentedRoute } from '../documented/documented-routes.ts'
import type { Settings } from '../settings/settings.ts'
import { Refusal } from '../wire/refusal.ts'
import type { App } from '../world/app.ts'
import type { TokenEndpoint } from './endpoint.ts'

/** Chapters that a secret without an app of its own still opens: files for its imports, ids, addresses. */
const common = ['basics', 'media', 'account-id']
const contactsSyncAreas: ReadonlySet<string> = new Set([...common, 'contacts', 'sign-in', 'hr'])

/**
 * Each secret opens its own APIs, and contacts-sync may not read details from an IP it did not use before 2022-08-15.
 *
 * How sure: 48002 and 48009 by the official error table; the paths that contacts-sync alone may call and those closed
 * to new IPs by their pages; that the other secrets open their own chapter and reading the contacts by 90665; which IP
 * counts as new, and whether system apps' own secrets still work, are settings.
 * @see https://developer.work.weixin.qq.com/document/path/90665
 * @see https://developer.work.weixin.qq.com/document/path/96079
 */
export function checkSecretKind(
  app: App,
  endpoint: TokenEndpoint,
  route: DocumentedRoute | undefined,
  settings: Settings,
): void {
  if (endpoint.kinds !== undefined && !endpoint.kinds.includes(app.kind))
    throw new Refusal(48002, 'secret kind', mayNot(app, route))
  if (route === undefined) return
  if (endpoint.kinds === undefined && !opens(app, route, settings))
    throw new Refusal(48002, 'secret kind', mayNot(app, route))
  const fromNewIp = app.kind === 'contacts-sync' && settings.contactsSyncReads === 'refused'
  if (fromNewIp && route.contactsSync === 'old-ips')
    throw new Refusal(
      48009,
      'secret kind',
      "contacts-sync may not read details: setting contactsSyncReads is 'refused'",
    )
}

function mayNot(app: App, route: DocumentedRoute | undefined): string {
  const only = route?.contactsSync === 'only' ? '; it is for contacts-sync alone' : ''
  return `${app.name} (${app.kind}) may not call this path${only}`
}

function opens(app: App, route: DocumentedRoute, settings: Settings): boolean {
  if (route.contactsSync === 'only') return app.kind === 'contacts-sync'
  if (app.kind === 'contacts-sync') return contactsSyncAreas.has(route.area)
  if (app.kind === 'basic') return opensAsSystemApp(app.basic ?? '', route, settings)
  if (app.kind === 'external-contact') return opensAsSystemApp('external-contact', route, settings)
  return true
}

function opensAsSystemApp(area: string, route: DocumentedRoute, settings: Settings): boolean {
  if (route.area === area) return !(route.systemSecretEnded && settings.systemSecrets === 'ended')
  const readsContacts = route.area === 'contacts' && route.method === 'GET'
  return readsContacts || common.includes(route.area)
}
