import { BoundedMap } from '../world/bounded-map.ts'

/**
 * Names whose values let somebody in, in lower case without separators. `state` is not among them: it belongs to the
 * caller, who looks for it here.
 */
const secretNames: ReadonlySet<string> = new Set(
  'code authcode preauthcode permanentcode tfacode jscode welcomecode responsecode key encodingaeskey sessionkey hostkey uploadkey password'.split(
    ' ',
  ),
)
const secretEnding = /(?:token|secret|ticket|signature)$/

/** What stands in the place of a secret. */
const masked = '***'

/** The query as a plain object with every secret replaced. */
export function maskQuery(query: URLSearchParams): Record<string, string> {
  const pairs = Array.from(query, ([name, value]) => [name, isSecret(name) ? masked : maskText(value)])
  // Not by assignment: a parameter named __proto__ would then set the prototype.
  return Object.fromEntries(pairs)
}

/** JSON with every secret replaced, at any depth. `key` stays: in a body it is the name of a button or a field. */
export function maskJson(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(maskJson)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    name !== 'key' && isSecret(name) && isFilled(each) ? masked : maskJson(each),
  ])
  return Object.fromEntries(entries)
}

/** In an address, and in an address that is encoded into another one's parameter. */
const nameAndValue = /(?<=[?&]|%3F|%26|^)([\w.-]{1,64})(=|%3D)(?:(?!%26|%3F)[^&#\s])*/gi

/** In JSON that cannot be parsed, or that is the value of something else. */
const memberAndText = /("([\w.-]{1,64})"\s{0,9}:\s{0,9}")(?:[^"\\]|\\.)*/g

/**
 * A text that loses the values of its secrets, in addresses (a redirect_uri may carry a code of an earlier login) and in
 * JSON: a body that is cut off is kept as it came.
 */
export function maskText(text: string): string {
  return text
    .replace(nameAndValue, (pair, name: string, equals: string) =>
      isSecret(name) ? `${name}${equals}${masked}` : pair,
    )
    .replace(memberAndText, (pair, before: string, name: string) =>
      name !== 'key' && isSecret(name) ? before + masked : pair,
    )
}

/** Verdicts by name: most calls have the same few parameters. */
const verdicts = new BoundedMap<string, boolean>(1_000)

function isSecret(name: string): boolean {
  const known = verdicts.get(name)
  if (known !== undefined) return known
  const verdict = soundsSecret(name)
  verdicts.set(name, verdict)
  return verdict
}

function soundsSecret(name: string): boolean {
  const plain = name.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase()
  return secretNames.has(plain) || secretEnding.test(plain)
}

/** An empty text and a number hold no secret, and that they are empty may be what is looked for. */
function isFilled(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'object'
}
