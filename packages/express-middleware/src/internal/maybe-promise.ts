/** A value now, or later: the sealed-cookie path answers at once and must not pay for a promise. */
export type MaybePromise<Value> = Value | Promise<Value>

/** Continues with a value at once when it is here, or when it comes. */
export function chain<Value, Result>(
  value: MaybePromise<Value>,
  continuation: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(continuation) : continuation(value)
}
