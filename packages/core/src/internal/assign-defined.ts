/** Sets the properties that have a value and leaves the others absent, where `undefined` must not be a value. */
export function assignDefined<T extends object>(target: T, values: { [K in keyof T]?: T[K] | undefined }): T {
  for (const name in values) {
    const value = values[name]
    if (value !== undefined) target[name] = value
  }
  return target
}
