/** A value now, or later: the sealed-cookie path answers at once and must not pay for a promise. */
export type MaybePromise<Value> = Value | Promise<Value>

/** Continues with a value at once when it is here, or when it comes. */
export function chain<Value, Result>(
  value: MaybePromise<Value>,
  continuation: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(continuation) : continuation(value)
}

/**
 * Whether the app's answer to "may they?" is `true` itself. Types do not hold for callers in JavaScript, where a promise,
 * a database row or a word would open everything.
 */
export function isTrue(answer: unknown): boolean {
  return answer === true
}

/**
 * Whether a hook that has to answer at once gave a promise, which would count as true. Its failure is nobody's to hear:
 * left alone it would end the process.
 */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  const isThenable =
    typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
  if (isThenable) Promise.resolve(value).catch(() => undefined)
  return isThenable
}
