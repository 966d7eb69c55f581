import type { SsoRuntime } from './runtime.ts'

/** The inside of every middleware we made, for the helpers that take one. */
const runtimes = new WeakMap<object, SsoRuntime>()

/** The ones still in use, for `createTestSession(user)`; weak, so that nothing is kept alive by a test helper. */
const living = new Set<WeakRef<SsoRuntime>>()

/** Remembers what is inside a middleware. */
export function registerRuntime(sso: object, runtime: SsoRuntime): void {
  runtimes.set(sso, runtime)
  for (const reference of living) {
    if (reference.deref() === undefined) living.delete(reference)
  }
  living.add(new WeakRef(runtime))
}

/** The middleware that was made last in this process. */
export function latestRuntime(): SsoRuntime {
  const runtime = [...living].map((reference) => reference.deref()).findLast((found) => found !== undefined)
  if (runtime !== undefined) return runtime
  throw new TypeError('createTestSession(user) needs a wecomSSO() in this process: make it first, or pass it')
}

/** The inside of a middleware. */
export function runtimeOf(sso: object, caller: string): SsoRuntime {
  const runtime = runtimes.get(sso)
  if (runtime !== undefined) return runtime
  throw new TypeError(`${caller} needs what wecomSSO() returned as its first argument`)
}
