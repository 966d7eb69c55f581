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

/** The only middleware of this process. */
export function onlyRuntime(): SsoRuntime {
  const found = [...living].map((reference) => reference.deref()).filter((runtime) => runtime !== undefined)
  const [runtime] = found
  if (runtime !== undefined && found.length === 1) return runtime
  throw new TypeError(
    `createTestSession(user) needs exactly one wecomSSO() in this process and there are ${found.length}; pass it: createTestSession(user, sso)`,
  )
}

/** The inside of a middleware. */
export function runtimeOf(sso: object, caller: string): SsoRuntime {
  const runtime = runtimes.get(sso)
  if (runtime !== undefined) return runtime
  throw new TypeError(`${caller} needs what wecomSSO() returned as its first argument`)
}
