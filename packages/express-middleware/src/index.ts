export type { WecomSSO } from './sso/members.ts'
export { wecomSSO } from './sso/wecom-sso.ts'
export type {
  ConsentedFields,
  CookieOptions,
  PublicPath,
  SessionOptions,
  TransactionOptions,
  WecomSSOOptions,
} from './options/options.ts'
export type { WecomUser } from './user.ts'
export type { Next, SsoHandler, SsoRequest } from './http/types.ts'

export { getWecomUser, requireWecomUser, type WecomGuard } from './guard/require-wecom-user.ts'
export type { PermissionCheck, PermissionRule } from './guard/permission.ts'

export { isWecomSSOError, WecomSSOError, type WecomSSOErrorCode } from './errors/sso-error.ts'
export type { SetupCode } from './errors/setup-error.ts'
export { wecomErrorHandler } from './extras/error-handler.ts'

export { wecomApiRouter, type ApiRouterOptions } from './extras/rest/wecom-api-router.ts'
export { wecomCallback, type WecomCallbackOptions } from './extras/events/wecom-callback.ts'
export { wecomDomainVerification } from './extras/domain-verification.ts'
export { wecomJssdk, type JssdkOptions } from './extras/jssdk.ts'

export { expressSessionStore, type ExpressSessionStore } from './session/express-session-store.ts'
export type { JsonObject, JsonValue } from './session/session.ts'
export type { WecomSessionStore } from './session/session-store.ts'
