export { wecomSSO } from './sso/wecom-sso.ts'
export type { WecomSSO } from './sso/wecom-sso-handler.ts'
export type {
  CookieOptions,
  PublicPath,
  SessionOptions,
  TransactionOptions,
  WecomSSOOptions,
} from './options/options.ts'
export type { WecomUser } from './user/wecom-user.ts'
export type { Next, SsoHandler, SsoRequest } from './http/types.ts'

export { requireWecomUser, type WecomGuard } from './guard/require-wecom-user.ts'
export type { PermissionCheck, PermissionRule } from './guard/permission.ts'
export { getWecomUser } from './guard/get-wecom-user.ts'

export { isWecomSSOError, WecomSSOError } from './errors/sso-error.ts'
export type { WecomSSOErrorCode } from './errors/sso-error-code.ts'
export type { SetupCode } from './errors/setup-error.ts'
export { wecomErrorHandler } from './routes/error-handler.ts'

export { wecomApiRouter, type ApiRouterOptions } from './routes/api/wecom-api-router.ts'
export { wecomCallback } from './routes/callback/wecom-callback.ts'
export type { WecomCallbackOptions } from './routes/callback/callback-options.ts'
export { wecomDomainVerification } from './routes/domain-verification.ts'
export { wecomJssdk, type JssdkOptions } from './routes/jssdk.ts'

export { expressSessionStore, type ExpressSessionStore } from './session/express-session-store.ts'
export type { JsonObject, JsonValue } from './session/session.ts'
export type { WecomSessionStore } from './session/shared-store.ts'
