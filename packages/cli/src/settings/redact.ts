import type { DoctorSettings } from './settings.ts'

/** Takes every secret of the settings out of a text, whatever put it there. */
export function redact(text: string, everybody: readonly DoctorSettings[]): string {
  const secrets = everybody.flatMap(secretsOf).filter((secret) => secret.length >= 4)
  // Longest first: one may be part of another.
  const ordered = secrets.sort((one, other) => other.length - one.length)
  return ordered.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
}

function secretsOf(settings: DoctorSettings): readonly string[] {
  const { redisUrl, baseUrl, apiBaseUrl, authorizeBaseUrl, loginBaseUrl } = settings
  const passwords = [redisUrl, baseUrl, apiBaseUrl, authorizeBaseUrl, loginBaseUrl].map(
    (address) => URL.parse(address ?? '')?.password ?? '',
  )
  const values = [
    settings.secret,
    settings.contactsSecret,
    settings.callbackToken,
    settings.callbackAesKey,
    settings.sessionSecret,
    settings.domainVerification?.split('=')[1],
    ...passwords,
  ].flatMap((value) => value ?? [])
  return [...values, ...values.map(encodeURIComponent), ...passwords.map(decoded)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
