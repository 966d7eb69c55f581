import type { LoginRequest } from './login-request.ts'

/**
 * The address the browser is sent to: code and state behind the query the redirect_uri already has, before its
 * fragment. A refusal carries the state alone.
 */
export function finishLogin(request: LoginRequest, code: string | undefined): string {
  const target = new URL(request.redirectUri)
  const { hash } = target
  target.hash = ''
  // A lone `?` is not part of `search` but stays in `href`; setting the empty search removes it.
  if (target.search === '') target.search = ''
  const pairs = [
    ...(code === undefined ? [] : [`code=${encodeURIComponent(code)}`]),
    ...(request.state === null ? [] : [`state=${encodeURIComponent(request.state)}`]),
  ]
  if (pairs.length === 0) return `${target.href}${hash}`
  return `${target.href}${target.search === '' ? '?' : '&'}${pairs.join('&')}${hash}`
}
