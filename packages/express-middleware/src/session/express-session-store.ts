import { optionError } from '../errors/setup-error.ts'
import type { WecomSessionStore } from './session-store.ts'

type Done = (error?: unknown) => void

/** What every store made for express-session (connect-redis, connect-mongo, MemoryStore…) has. */
export interface ExpressSessionStore {
  get(id: string, callback: (error: unknown, session?: unknown) => void): void
  set(id: string, session: never, callback?: Done): void
  destroy(id: string, callback?: Done): void
}

/**
 * Lets a store made for express-session keep our sessions. The middleware express-session itself is not involved.
 *
 * @throws TypeError for anything that is no such store
 * @example
 * ```ts
 * app.use(wecomSSO({ client, sessionSecret, baseUrl, session: { store: expressSessionStore(new RedisStore({ client: redis })) } }))
 * ```
 */
export function expressSessionStore(store: ExpressSessionStore): WecomSessionStore {
  const { get, set, destroy } = checkStore(store)
  return {
    get: (key) =>
      settle<unknown>((resolve, reject) => {
        get.call(store, key, (error: unknown, entry?: unknown) => {
          if (error === undefined || error === null) resolve(valueOf(entry))
          else reject(error)
        })
      }),
    set: (key, value, ttlMs) => settleDone((done) => set.call(store, key, entryFor(value, ttlMs), done)),
    delete: (key) => settleDone((done) => destroy.call(store, key, done)),
  }
}

type Method = (...values: readonly unknown[]) => unknown

/** express-session() and cookie-session() are middlewares; the store is what goes into the former. */
function checkStore(store: unknown): { get: Method; set: Method; destroy: Method } {
  if (typeof store === 'object' && store !== null) {
    const { get, set, destroy }: { get?: unknown; set?: unknown; destroy?: unknown } = store
    if (isMethod(get) && isMethod(set) && isMethod(destroy)) return { get, set, destroy }
  }
  throw optionError(
    'expressSessionStore',
    "the store you would give to express-session as 'store', with get, set and destroy (cookie-session has none: leave session.store out instead)",
    store,
  )
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

/** Stores read the lifetime off `cookie`, as express-session writes it. */
function entryFor(value: unknown, ttlMs: number): object {
  const expires = new Date(Date.now() + ttlMs)
  return { cookie: { originalMaxAge: ttlMs, maxAge: ttlMs, expires }, wecom: value }
}

function valueOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'wecom' in entry ? entry.wecom : undefined
}

function settle<Value>(
  run: (resolve: (value: Value) => void, reject: (error: unknown) => void) => void,
): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  run(resolve, reject)
  return promise
}

/** Modern stores also return a promise; its rejection must not go unhandled. */
function settleDone(run: (done: Done) => unknown): Promise<void> {
  return settle<void>((resolve, reject) => {
    const returned = run((error) => {
      if (error === undefined || error === null) resolve()
      else reject(error)
    })
    if (returned instanceof Promise) returned.catch(reject)
  })
}
