import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/**
 * What a key is for. One key per purpose: a sealed value of one kind is noise to every other (next-auth once took a
 * half-finished login for a session, CVE-2023-48309).
 */
export type KeyPurpose = 'session' | 'login' | 'state' | 'result' | 'goal'

/** The keys of one purpose, newest secret first. */
export type KeyRing = readonly KeyObject[]

/**
 * Derives the keys of one purpose from the session secrets. The instance (corp, app, name) salts them, so that two
 * apps which share a secret still cannot read each other's cookies. Done once, at construction: HKDF per request
 * would cost more than opening the cookie.
 */
export function deriveKeys(secrets: readonly string[], instance: string, purpose: KeyPurpose): KeyRing {
  const info = `wecom-kit/sso/v1/${purpose}`
  return secrets.map((secret) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, instance, info, 32))))
}
