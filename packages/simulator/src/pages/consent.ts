import { type App, type SensitiveField, sensitiveFields } from '../world/app.ts'
import { useridKey } from '../world/member.ts'
import type { World } from '../world/world.ts'

/** Documented: a consent is remembered for 30 days. */
const rememberedMs = 30 * 86_400_000

/** What the member agreed to in the query of the consent page; everything the app asks for when a script logs in. */
export function readConsent(app: App, query: URLSearchParams): SensitiveField[] {
  const asked = app.sensitiveFields ?? sensitiveFields
  if (!query.has('simulate_fields')) return [...asked]
  const ticked = query.getAll('simulate_fields')
  return asked.filter((field) => ticked.includes(field))
}

/** Keeps a consent for later logins to the same app. */
export function rememberConsent(
  world: World,
  app: App,
  userid: string,
  fields: readonly SensitiveField[],
): void {
  world.consents.set(consentKey(app, userid), { fields, until: world.clock.now() + rememberedMs })
}

/** An earlier consent that still holds. */
export function rememberedConsent(
  world: World,
  app: App,
  userid: string,
): readonly SensitiveField[] | undefined {
  const found = world.consents.get(consentKey(app, userid))
  return found !== undefined && found.until > world.clock.now() ? found.fields : undefined
}

function consentKey(app: App, userid: string): string {
  return `${app.name} ${useridKey(userid)}`
}
