/** Whether a value out of JSON is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value under a path of keys; undefined where the path ends early. */
export function dig(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, key) => (isRecord(current) ? current[key] : undefined), value)
}

/** The value if it is a non-empty string. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The list with every entry read by `read`; entries it refuses are left out, anything but a list is empty. */
export function readList<Item>(value: unknown, read: (entry: unknown) => Item | undefined): readonly Item[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: unknown) => read(entry)).filter((entry) => entry !== undefined)
}
