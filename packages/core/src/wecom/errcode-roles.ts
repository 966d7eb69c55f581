import { isWecomError } from '../errors/is-wecom-error.ts'

/**
 * What an errcode means to a caller who must decide: the one place where codes become rules. A code may play several
 * roles.
 *
 * - `absent`: there is no such object, or none this app may see; WeCom often cannot be told apart
 * - `hidden`: outside the app's visible range (可见范围)
 * - `token-rejected`: the token is dead; the call was refused before it ran, so it may be replayed with a fresh one
 * - `ip-not-allowed`: the address the call came from is not trusted
 * - `quota`: the calls of a window are used up; the window may be a month
 * - `too-many-at-once`: too many calls of the API under way; a moment's pause helps
 * - `throttled`: any of the "too many calls"
 * - `busy`: WeCom's own trouble; the call may have run
 * - `collision`: two writers met; the call was refused
 * - `too-large`: the answer would be too large; asking again brings the same
 * - `refused`: this kind of secret may not use the API
 * - `setup`: somebody has to change the app's set-up; the number helps no visitor and tells outsiders what is wrong
 * - `login-code`: the code of a sign-in is invalid, expired or used
 * - `redirect-domain`: the login's domain and the app do not belong together
 * - `app-disabled`: the app is switched off
 */
export type ErrcodeRole =
  | 'absent'
  | 'hidden'
  | 'token-rejected'
  | 'ip-not-allowed'
  | 'quota'
  | 'too-many-at-once'
  | 'throttled'
  | 'busy'
  | 'collision'
  | 'too-large'
  | 'refused'
  | 'setup'
  | 'login-code'
  | 'redirect-domain'
  | 'app-disabled'

const roles: Readonly<Record<ErrcodeRole, ReadonlySet<number>>> = {
  // 60111 unknown, left or hidden · 40003 malformed · 46004 no member with this mobile · 60003 and 60123 no such
  // department · 60011 and 60021 outside the visible range.
  absent: new Set([60111, 40003, 46004, 60003, 60123, 60011, 60021]),
  hidden: new Set([50002, 60011, 60021]),
  'token-rejected': new Set([40014, 42001]),
  'ip-not-allowed': new Set([60020]),
  quota: new Set([45009]),
  'too-many-at-once': new Set([45033]),
  throttled: new Set([45009, 45011, 45033]),
  busy: new Set([-1]),
  collision: new Set([6000]),
  'too-large': new Set([45029]),
  // 48002 wrong kind of secret · 48009 contacts-sync from a new address may read ids only.
  refused: new Set([48002, 48009]),
  setup: new Set([40001, 40013, 48001, 48002, 48009, 50003, 60020, 301002]),
  'login-code': new Set([40029, 42003, 42022]),
  'redirect-domain': new Set([50001]),
  'app-disabled': new Set([50003]),
}

/** Whether an errcode plays a role. */
export function errcodeIs(errcode: number, role: ErrcodeRole): boolean {
  return roles[role].has(errcode)
}

/** Whether WeCom answered with an errcode that plays a role; false for every other error. */
export function failedAs(error: unknown, role: ErrcodeRole): boolean {
  const errcode = errcodeOf(error)
  return errcode !== undefined && errcodeIs(errcode, role)
}

/** The errcode of an error; undefined when WeCom did not answer with one. */
export function errcodeOf(error: unknown): number | undefined {
  return isWecomError(error) && 'errcode' in error ? error.errcode : undefined
}
