import type { CallOptions, RequestFunction } from './request.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'
import type { AuthorizeUrlOptions, LoginUrlOptions, WebLoginUrlOptions } from '../login/login-url.ts'
import { readIdentity, type WecomIdentity, readUserInfo, type UserInfo } from '../login/identity.ts'
import { isWecomError } from '../errors/is-wecom-error.ts'
import { checkText } from './checks.ts'

/**
 * The fields a member consented to show. There is no name, department or position here: read those with
 * `users.get`.
 *
 * @see https://developer.work.weixin.qq.com/document/path/95833
 */
export interface UserDetail {
  userid: string
  /** `"0"` unknown or not consented, `"1"` male, `"2"` female. */
  gender?: string
  avatar?: string
  qr_code?: string
  mobile?: string
  email?: string
  biz_mail?: string
  address?: string
}

/** What a second-verification page learns from its code. */
export interface TfaInfo {
  userid: string
  /** Single use, 5 minutes: for {@link AuthApi.tfaSucceed}. */
  tfa_code: string
}

/** The login endpoints, without the token handling that {@link AuthApi} adds. */
export interface LoginApi {
  /**
   * Trades a login code for the wire answer. A code works once and for 5 minutes; 40029 otherwise.
   *
   * @see https://developer.work.weixin.qq.com/document/path/91023
   */
  getUserInfo(code: string, options?: CallOptions): Promise<UserInfo>
  /**
   * Reads the consented fields. Note that it is a POST with the `user_ticket`; many tutorials GET it with the code.
   *
   * @see https://developer.work.weixin.qq.com/document/path/95833
   */
  getUserDetail(userTicket: string, options?: CallOptions): Promise<UserDetail>
  /**
   * Trades a login code for a {@link WecomIdentity}: member, linked corp's member or outsider.
   *
   * @throws WecomInvalidResponseError when the answer names nobody
   * @example
   * ```ts
   * const identity = await wecom.auth.identify(code)
   * if (identity.kind === 'member') signIn(identity.userId)
   * ```
   */
  identify(code: string, options?: CallOptions): Promise<WecomIdentity>
  /**
   * Second verification: who stands in front of the corp's verification page.
   *
   * @see https://developer.work.weixin.qq.com/document/path/99499
   */
  getTfaInfo(code: string, options?: CallOptions): Promise<TfaInfo>
  /**
   * Second verification while using WeCom: the member passed.
   *
   * @see https://developer.work.weixin.qq.com/document/path/99500
   */
  tfaSucceed(userid: string, tfaCode: string, options?: CallOptions): Promise<void>
  /**
   * Second verification at login: the member passed. Needs the contacts-sync secret.
   *
   * @see https://developer.work.weixin.qq.com/document/path/99521
   */
  authSucceed(userid: string, options?: CallOptions): Promise<void>
}

/** A client's login URLs. */
export interface LoginUrls {
  /**
   * The OAuth link for WeCom's own browser (and WeChat's).
   *
   * @see https://developer.work.weixin.qq.com/document/path/91022
   * @example
   * ```ts
   * const url = wecom.auth.authorizeUrl({ redirectUri: 'https://oa.example.com/wecom/callback', state })
   * ```
   */
  authorizeUrl(options: AuthorizeUrlOptions): string
  /**
   * The login page for ordinary browsers. It never yields a `user_ticket`.
   *
   * @see https://developer.work.weixin.qq.com/document/path/98152
   */
  webLoginUrl(options: WebLoginUrlOptions): string
  /** The one of the two that fits a User-Agent. The User-Agent is a hint, never a security decision. */
  loginUrl(options: LoginUrlOptions): string
}

/** Where a client's access_token stands, without the token. */
export interface TokenState {
  /** `empty` nothing yet, `fresh` usable, `refreshing` being fetched, `expired`, `cooling-down` after bad credentials. */
  status: 'empty' | 'fresh' | 'refreshing' | 'expired' | 'cooling-down'
  /** When the token ends, or undefined without one. */
  expiresAt: Date | undefined
  /** First 8 hex digits of the token's SHA-256: tells two tokens apart in a log. */
  fingerprint: string | undefined
}

/** A client's access_token. */
export interface TokenApi {
  /** The current access_token; concurrent callers share one gettoken. Never send it to a front end. */
  token(options?: { signal?: AbortSignal | undefined }): Promise<string>
  /** Tells the client that a token was refused. Does nothing unless it is still the current one. */
  invalidate(token: string): void
  /**
   * Fetches a new token now, whatever the store holds; `force` also ends a cool-down after bad credentials and renews the
   * JS-SDK tickets.
   */
  refresh(options?: { force?: boolean | undefined; signal?: AbortSignal | undefined }): Promise<void>
  /** Where the token stands; never the token itself. */
  state(): TokenState
}

/** Everything under `wecom.auth`. */
export interface AuthApi extends LoginApi, LoginUrls, TokenApi {}

/** Binds the login endpoints to a client's `request`. */
export function createLoginApi(request: RequestFunction, corpId: string): LoginApi {
  const getUserInfo = createUserInfoReader(request)
  return {
    getUserInfo,
    async getUserDetail(userTicket, options) {
      const json = { user_ticket: checkText(userTicket, 'userTicket') }
      const init = { ...options, priority: 'interactive', json, idempotent: true } as const
      return (await request<UserDetail>('POST /cgi-bin/auth/getuserdetail', init)).data
    },
    async identify(code, options) {
      const identity = readIdentity(await getUserInfo(code, options), corpId)
      if (identity !== undefined) return identity
      throw new WecomInvalidResponseError(`${userInfoPath} answered neither a userid nor an openid`, {
        reason: 'schema',
        method: 'GET',
        path: userInfoPath,
        attempts: 1,
      })
    },
    async getTfaInfo(code, options) {
      const json = { code: checkText(code, 'code') }
      return (await request<TfaInfo>('POST /cgi-bin/auth/get_tfa_info', { ...options, json })).data
    },
    async tfaSucceed(userid, tfaCode, options) {
      const json = { userid: checkText(userid, 'userid'), tfa_code: checkText(tfaCode, 'tfaCode') }
      await request('POST /cgi-bin/user/tfa_succ', { ...options, json })
    },
    async authSucceed(userid, options) {
      // A GET that writes: it must not be repeated after it perhaps ran.
      const query = { userid: checkText(userid, 'userid') }
      await request('GET /cgi-bin/user/authsucc', { ...options, query, idempotent: false })
    },
  }
}

const userInfoPath = '/cgi-bin/auth/getuserinfo'
// Its name until 2022, and today's in private deployments of any age.
const olderUserInfoPath = '/cgi-bin/user/getuserinfo'

/** Reads who a code belongs to, at the older path where the new one does not exist: a 404 leaves the code unused. */
function createUserInfoReader(request: RequestFunction): LoginApi['getUserInfo'] {
  let path: `/${string}` = userInfoPath
  const read = async (code: string, options: CallOptions | undefined): Promise<UserInfo> => {
    const init = { ...options, priority: 'interactive', query: { code } } as const
    return readUserInfo((await request<UserInfo>(`GET ${path}`, init)).data)
  }
  return async (code, options) => {
    checkText(code, 'code')
    try {
      return await read(code, options)
    } catch (error) {
      if (path === olderUserInfoPath || !isNotFound(error)) throw error
      path = olderUserInfoPath
      return await read(code, options)
    }
  }
}

function isNotFound(error: unknown): boolean {
  return isWecomError(error) && error.code === 'ERR_WECOM_HTTP' && error.status === 404
}
