/** Some of a type's properties; `undefined` leaves one out, too. */
export type Patch<T> = { [Name in keyof T]?: T[Name] | undefined }

/** The object with the patch laid over it. */
export function patched<T extends object>(before: T, patch: Patch<NoInfer<T>> = {}): T {
  const after = { ...before }
  const given: Patch<T> = patch
  for (const name in given) {
    const value = given[name]
    if (value !== undefined) after[name] = value
  }
  return after
}
