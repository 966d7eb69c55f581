/** The value under a path of keys; undefined where the path ends early. */
export function dig(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => {
    if (typeof current !== 'object' || current === null) return undefined
    return Object.entries(current).find(([name]) => name === key)?.[1]
  }, value)
}

/** The text under a path of keys. @throws Error when there is none */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = dig(value, ...path)
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')}`)
  return found
}

/** The list under a path of keys. @throws Error when there is none */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = dig(value, ...path)
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`)
  return found
}
