/**
 * What an errcode is about.
 *
 * - `credential`: corpid or secret are wrong
 * - `token`: the access_token or ticket
 * - `oauth`: a login code, user_ticket or redirect domain
 * - `ip`: the caller's address is not trusted
 * - `permission`: this app may not do that, or not to that object
 * - `notfound`: the member, department, tag or other object does not exist (or is not visible: WeCom often cannot be
 *   told apart)
 * - `param`: the request itself is wrong
 * - `ratelimit`: too many calls, in a window or at once
 * - `transient`: WeCom's own trouble
 * - `other`: anything else, and every code the table does not know
 */
export type ErrcodeKind =
  | 'credential'
  | 'token'
  | 'oauth'
  | 'ip'
  | 'permission'
  | 'notfound'
  | 'param'
  | 'ratelimit'
  | 'transient'
  | 'other'

/**
 * Whether the same call may succeed later.
 *
 * - `never`: not before somebody changes something
 * - `backoff`: after a pause
 * - `after_refresh`: once, with a fresh token
 */
export type ErrcodeRetry = 'never' | 'backoff' | 'after_refresh'
