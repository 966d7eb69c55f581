/** What is wrong with an option, in the one form in which every package of ours says it. */
export interface OptionProblem {
  /** The function that was called: `createWecomClient`. */
  readonly owner: string
  /** The option with its section: `session.idle`. */
  readonly option: string
  /** What it must be: `a whole number above 0`. */
  readonly wanted: string
  /** What came, described; never the value of a secret. */
  readonly came: string
  /** How to get what is wanted. */
  readonly how?: string | undefined
}

/** `owner: option must be WANTED; got CAME. HOW` */
export function optionMessage({ owner, option, wanted, came, how }: OptionProblem): string {
  return `${owner}: ${option} must be ${wanted}; got ${came}${how === undefined ? '' : `. ${how}`}`
}

/** `owner: there is no option NAME; did you mean KNOWN?` */
export function unknownOptionMessage(
  owner: string,
  name: string,
  meant: string | undefined,
  known: readonly string[],
): string {
  const hint = meant === undefined ? `; there are ${known.join(', ')}` : `; did you mean ${meant}?`
  return `${owner}: there is no option ${name}${hint}`
}

/** A value in words: texts shortened, objects by their kind. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'an empty string' : JSON.stringify(value.slice(0, 80))
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null)
    return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** A value in words for options that hold a secret: its kind, and how long it is, which a cut-off copy shows. */
export function describeKind(value: unknown): string {
  if (value === '' || value === undefined || value === null) return describe(value)
  if (typeof value === 'string') return `a string of ${value.length} characters`
  if (value instanceof Uint8Array) return `${value.length} bytes`
  return typeof value === 'object' ? describe(value) : `a ${typeof value}`
}
