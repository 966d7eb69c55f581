/**
 * Whether the app's answer to "may they?" is `true` itself. Types do not hold for callers in JavaScript, where a promise,
 * a database row or a word would open everything.
 */
export function isTrue(answer: unknown): boolean {
  return answer === true
}
