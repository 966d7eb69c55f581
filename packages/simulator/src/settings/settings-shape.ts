import { anyText, integer, listOf, maybe, number, object, oneOf, type Shape } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type {
  CallbackSettings,
  GettokenSettings,
  Latency,
  LoginSettings,
  RateLimitSettings,
  SettingsPatch,
} from './settings.ts'
import type { Patch } from '../shape/patched.ts'

/** Longer than any test waits, short enough for a timer. */
const maxDelayMs = 86_400_000

const milliseconds = number(0, maxDelayMs)

const range: Shape<[number, number]> = (value, at): value is [number, number] => {
  if (!Array.isArray(value) || value.length !== 2) throw new ShapeError(at, 'expected a number or [min, max]')
  const [min, max]: unknown[] = value
  if (milliseconds(min, `${at}[0]`) && milliseconds(max, `${at}[1]`) && min <= max) return true
  throw new ShapeError(at, 'the first number may not be larger than the second')
}

const perMember: Shape<{ baseMs: number; perMemberMs: number }> = object<{
  baseMs: number
  perMemberMs: number
}>({
  baseMs: milliseconds,
  perMemberMs: milliseconds,
})

const latency: Shape<Latency> = (value, at): value is Latency => {
  if (typeof value === 'number') return milliseconds(value, at)
  return Array.isArray(value) ? range(value, at) : perMember(value, at)
}

const gettoken: Shape<Patch<GettokenSettings>> = object<Patch<GettokenSettings>>({
  expiresIn: maybe(integer(1, 31_536_000)),
  repeat: maybe(oneOf('remaining', 'full', 'renew', 'rotate')),
  wrongSecretLimit: maybe(integer(1)),
  untrustedIp: maybe(oneOf('allowed', 'refused')),
})

const limit = maybe(integer(1))

const rateLimit: Shape<RateLimitSettings> = object<RateLimitSettings>({
  perMinute: limit,
  perHour: limit,
  perMinuteAndIp: limit,
  perHourAndIp: limit,
})

const login: Shape<Patch<LoginSettings>> = object<Patch<LoginSettings>>({
  scopes: maybe(oneOf('documented', 'lenient')),
  state: maybe(oneOf('documented', 'lenient')),
})

const callbacks: Shape<Patch<CallbackSettings>> = object<Patch<CallbackSettings>>({
  timeoutMs: maybe(integer(1, maxDelayMs)),
  verifyTimeoutMs: maybe(integer(1, maxDelayMs)),
  attempts: maybe(integer(1, 100)),
  retry: maybe(oneOf('any-failure', 'connection')),
  dropAfter: maybe(integer(0)),
  retryDelayMs: maybe(integer(0, maxDelayMs)),
  copies: maybe(integer(1, 100)),
  shuffle: maybe(integer(1, 1000)),
  contactEvents: maybe(oneOf('contacts-sync', 'any')),
  updates: maybe(oneOf('every', 'documented')),
})

/** Checks a settings patch from outside. */
export const settingsShape: Shape<SettingsPatch> = object<SettingsPatch>({
  gettoken: maybe(gettoken),
  rateLimit: maybe(rateLimit),
  concurrency: maybe(integer(0)),
  latencyMs: maybe(latency),
  trustedIps: maybe(listOf(anyText, 1000)),
  trustedDomains: maybe(oneOf('loopback', 'exact')),
  withheldFields: maybe(oneOf('absent', 'empty')),
  invisibleMember: maybe(oneOf(60011, 60111)),
  codeErrors: maybe(oneOf('uniform', 'specific')),
  contactsSyncReads: maybe(oneOf('refused', 'allowed')),
  systemSecrets: maybe(oneOf('accepted', 'ended')),
  fetchChild: maybe(oneOf('ignored', 'honoured')),
  login: maybe(login),
  deployment: maybe(oneOf('public', 'private')),
  callbacks: maybe(callbacks),
})
