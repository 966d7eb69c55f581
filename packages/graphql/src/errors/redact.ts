const secretParameters =
  /\b((?:access_token|corpsecret|secret|code|ticket|user_ticket|suite_ticket)["']?\s*[=:]\s*["']?)[^\s&"',;)]+/gi

/**
 * A text for the log with the values of secret parameters replaced. Core's own errors carry none; this is for what
 * comes from elsewhere, as a fetch error that quotes the URL with its access_token.
 */
export function redact(text: string): string {
  return text.replace(secretParameters, '$1***')
}
