import { WecomSSOError } from '../errors/sso-error.ts'

/**
 * Where sessions, used states and revocations can live: `get`, `set` with a lifetime in milliseconds, `delete`. Any
 * Keyv is one, and so is every TokenStore of `@wecom-kit/core`.
 */
export interface WecomSessionStore {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, ttlMs: number): Promise<unknown>
  delete(key: string): Promise<unknown>
}

const patience = 2000

/**
 * Makes a store honest: it answers within two seconds and fails loudly. A Keyv by default swallows its adapter's
 * errors and answers `undefined`; taken at its word, an unreachable Redis would look like "nobody is signed in" and
 * send everybody round the login in circles. So a Keyv is switched to `throwOnErrors`, and an adapter that only emits
 * `error` (@keyv/redis) is listened to.
 */
export function createSharedStore(store: WecomSessionStore, prefix: string): WecomSessionStore {
  if ('throwOnErrors' in store) Reflect.set(store, 'throwOnErrors', true)
  const failures = watchErrors(store)
  const guarded = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const before = failures()
    const value = await failClosed(run)
    if (value === undefined && failures() !== before) throw storeError()
    return value
  }
  return {
    get: (key) => guarded(() => store.get(prefix + key)),
    async set(key, value, ttlMs) {
      const kept = await guarded(() => store.set(prefix + key, value, ttlMs))
      if (kept === false) throw storeError()
      return kept
    },
    delete: (key) => guarded(() => store.delete(prefix + key)),
  }
}

async function failClosed<Value>(run: () => Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(storeError())
  }, patience)
  try {
    return await Promise.race([run(), promise])
  } catch (error) {
    throw error instanceof WecomSSOError ? error : storeError(error)
  } finally {
    clearTimeout(timer)
  }
}

function storeError(cause?: unknown): WecomSSOError {
  return new WecomSSOError('WECOM_STORE', 'the session store failed or did not answer within 2 s', cause)
}

function watchErrors(store: object): () => number {
  let count = 0
  if ('on' in store && typeof store.on === 'function') {
    store.on('error', () => {
      count += 1
    })
  }
  return () => count
}
