/** Parameters whose values let somebody in. `state` is not among them: it belongs to the caller, who looks for it here. */
const secretNames: ReadonlySet<string> = new Set([
  'access_token',
  'auth_code',
  'code',
  'corpsecret',
  'jsapi_ticket',
  'provider_access_token',
  'secret',
  'suite_access_token',
  'ticket',
  'user_ticket',
])

/** The query as a plain object with every secret replaced by `***`. */
export function maskQuery(query: URLSearchParams): Record<string, string> {
  const pairs = Array.from(query, ([name, value]) => [name, isSecret(name) ? '***' : maskUrl(value)])
  // Not by assignment: a parameter named __proto__ would then set the prototype.
  return Object.fromEntries(pairs)
}

function isSecret(name: string): boolean {
  return secretNames.has(name.toLowerCase())
}

/** A redirect_uri may carry a code of an earlier login. */
function maskUrl(value: string): string {
  return value.replace(/([?&](?:code|access_token|ticket|secret)=)[^&#]*/gi, '$1***')
}
