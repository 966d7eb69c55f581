import { type Patch, patched } from '../shape/patched.ts'

/** How gettoken behaves. */
export interface GettokenSettings {
  /** Life of a token in seconds. @default 7200 */
  expiresIn: number
  /**
   * What a repeated call answers while a token lives: the same one with the time that is left (`remaining`), the same
   * one with the full number though it dies earlier (`full`), the same one whose life starts again (`renew`), or
   * another one each time while the older ones live on (`rotate`). Today's documents do not say. @default 'remaining'
   */
  repeat: 'remaining' | 'full' | 'renew' | 'rotate'
  /** Wrong secrets per hour and IP after which that IP is barred from gettoken for an hour. @default 2000 */
  wrongSecretLimit: number
  /**
   * Whether gettoken serves an IP outside `trustedIps` and only the calls behind it answer 60020 (`allowed`, what
   * people report), or answers 60020 itself (`refused`, the other reading of the error table). @default 'allowed'
   */
  untrustedIp: 'allowed' | 'refused'
}

/** Calls allowed per corp and API, and per IP and API. */
export interface RateLimitSettings {
  /** Per corp and API; one more and that API answers 45009 for 60 seconds. */
  perMinute?: number | undefined
  /** Per corp and API; one more and that API answers 45009 for an hour. */
  perHour?: number | undefined
  /** Per IP and API. @default twice `perMinute`, as WeCom's own numbers are */
  perMinuteAndIp?: number | undefined
  /** Per IP and API. @default four times `perHour`, as WeCom's own numbers are */
  perHourAndIp?: number | undefined
}

/** Delay before each `/cgi-bin` answer, in milliseconds. */
export type Latency = number | [min: number, max: number] | { baseMs: number; perMemberMs: number }

/** What the login pages let pass. */
export interface LoginSettings {
  /**
   * `lenient` takes any scope and reads one that is not documented as `snsapi_base`, as production does with the
   * `snsapi_userinfo` of WeChat's connectors; `documented` refuses it. @default 'lenient'
   */
  scopes: 'documented' | 'lenient'
  /** `documented` refuses a state with anything but a-z, A-Z and 0-9, or longer than 128 bytes. @default 'lenient' */
  state: 'documented' | 'lenient'
}

/** How callbacks are delivered. */
export interface CallbackSettings {
  /** Milliseconds a receiver has for one push. @default 5000 */
  timeoutMs: number
  /** Milliseconds a receiver has for the URL verification. @default 1000 */
  verifyTimeoutMs: number
  /** Tries for one push in all. @default 3 */
  attempts: number
  /**
   * What is tried again: every answer but HTTP 200 (`any-failure`, page 90238), or only a failed connection and a
   * time-out (`connection`, page 90930). @default 'any-failure'
   */
  retry: 'any-failure' | 'connection'
  /**
   * Pushes in a row that failed for good after which WeCom may leave out further ones; here every second one is left
   * out until one is accepted, so that both kinds are seen. 0 leaves none out. @default 0
   */
  dropAfter: number
  /** Milliseconds between two tries; WeCom does not say. @default 0 */
  retryDelayMs: number
  /** How often every push is sent, each with its own envelope; 2 makes duplicates. @default 1 */
  copies: number
  /** Holds pushes back and delivers them in groups of this many in reverse order; 1 keeps the order. @default 1 */
  shuffle: number
  /**
   * Who gets change_contact: only contacts-sync, as the real WeCom does (`contacts-sync`), or, when contacts-sync has
   * no callback, every app that has one, so that a one-app test needs no second app (`any`). @default 'any'
   */
  contactEvents: 'contacts-sync' | 'any'
  /**
   * Which edits the short form tells: every one, so that a test sees each of its edits arrive (`every`), or only those
   * of userid, departments and parent, as the real WeCom does (`documented`). @default 'every'
   */
  updates: 'every' | 'documented'
}

/**
 * Everything about the simulated WeCom that can be chosen. Where WeCom's documents leave two readings open, both are
 * here, and the default is the likelier one.
 */
export interface Settings {
  gettoken: GettokenSettings
  /** @default {} (no limit) */
  rateLimit: RateLimitSettings
  /** Calls of one API running at once in the corp; more answer 45033. 0 is no limit. @default 0 */
  concurrency: number
  /** A number, a range to draw from, or a base plus a share per member in the answer. @default 0 */
  latencyMs: Latency
  /** IPs that may call; `'*'` is any. Others get 60020, from gettoken too when `gettoken.untrustedIp` says so. @default ['127.0.0.1', '::1'] */
  trustedIps: string[]
  /** `loopback` trusts localhost and 127.0.0.1 on any port besides the app's own domains; `exact` only those. @default 'loopback' */
  trustedDomains: 'loopback' | 'exact'
  /** Whether withheld personal fields are left out or empty; gender is "0" either way. @default 'absent' */
  withheldFields: 'absent' | 'empty'
  /** How an existing member outside the visible range is answered by user/get. @default 60011 */
  invisibleMember: 60011 | 60111
  /** `uniform`: 40029 for unknown, used and expired codes; `specific`: 42022 for used and 42003 for expired ones. @default 'uniform' */
  codeErrors: 'uniform' | 'specific'
  /** Whether contacts-sync may still read details (an IP known for 90 days) or gets 48009 (a new IP). @default 'refused' */
  contactsSyncReads: 'refused' | 'allowed'
  /** Whether 审批, 打卡 and 客户联系 still open their paths with a secret of their own, or no longer (new corps since 2023-12-01). @default 'accepted' */
  systemSecrets: 'accepted' | 'ended'
  /** fetch_child is gone from today's documents; private deployments still know it. @default 'ignored' */
  fetchChild: 'ignored' | 'honoured'
  login: LoginSettings
  /** `private` is a private deployment: the older login path alone, with the older spelling of its answer. @default 'public' */
  deployment: 'public' | 'private'
  callbacks: CallbackSettings
}

/** A part of {@link Settings}; what is left out stays as it is. */
export interface SettingsPatch extends Patch<Omit<Settings, 'gettoken' | 'login' | 'callbacks'>> {
  gettoken?: Patch<GettokenSettings> | undefined
  login?: Patch<LoginSettings> | undefined
  callbacks?: Patch<CallbackSettings> | undefined
}

/** The defaults, fresh each time. */
export function defaultSettings(): Settings {
  return {
    gettoken: { expiresIn: 7200, repeat: 'remaining', wrongSecretLimit: 2000, untrustedIp: 'allowed' },
    rateLimit: {},
    concurrency: 0,
    latencyMs: 0,
    trustedIps: ['127.0.0.1', '::1'],
    trustedDomains: 'loopback',
    withheldFields: 'absent',
    invisibleMember: 60011,
    codeErrors: 'uniform',
    contactsSyncReads: 'refused',
    systemSecrets: 'accepted',
    fetchChild: 'ignored',
    login: { scopes: 'lenient', state: 'lenient' },
    deployment: 'public',
    callbacks: {
      timeoutMs: 5000,
      verifyTimeoutMs: 1000,
      attempts: 3,
      retry: 'any-failure',
      dropAfter: 0,
      retryDelayMs: 0,
      copies: 1,
      shuffle: 1,
      contactEvents: 'any',
      updates: 'every',
    },
  }
}

/** The settings with the patch laid over them; `rateLimit` is replaced whole, so that a limit can be lifted again. */
export function applySettings(settings: Settings, patch: SettingsPatch): Settings {
  return patched(settings, {
    ...patch,
    gettoken: patched(settings.gettoken, patch.gettoken),
    login: patched(settings.login, patch.login),
    callbacks: patched(settings.callbacks, patch.callbacks),
  })
}
