import './supported-node.ts'

export { createWecomClient } from './client/create-client.ts'
export type { AppCredentials, WecomClient } from './client/wecom-client.ts'
export type { WecomClientOptions, WecomSecret } from './client/options.ts'
export type {
  CallOptions,
  CallPriority,
  QueryValue,
  RequestFunction,
  RequestOptions,
  ResponseMeta,
  Route,
  RouteAnswer,
  RouteArguments,
  RouteJson,
  RouteOptions,
  WecomRequest,
  WecomResponse,
  WecomRoute,
} from './endpoints/request.ts'
export type { ListPage, PagedList } from './endpoints/paged-list.ts'
export type {
  PageArguments,
  PagedRoute,
  PageOptions,
  PageRow,
  PaginateFunction,
} from './endpoints/paginate.ts'
export type { RequestBody } from './wecom/routes/request-body.ts'
export type {
  ApplicationControl,
  ApprovalAttendance,
  ApprovalBankAccount,
  ApprovalChoice,
  ApprovalControl,
  ApprovalDateRange,
  ApprovalPlace,
} from './wecom/approvals/approval-control.ts'
export type { KfEvent, KfMenu, KfMessage, KfSend } from './wecom/kf/kf-message.ts'
export type { WecomRoutes } from './wecom/routes/wecom-routes.ts'
export type { WecomLimiter } from './client/rate-limiter.ts'
export { createRateLimiter, type RateLimiterOptions } from './client/rate-limiter.ts'
export type { MiddlewareRequest, WecomMiddleware } from './client/options.ts'

export type {
  AuthApi,
  LoginApi,
  LoginUrls,
  TfaInfo,
  TokenApi,
  TokenState,
  UserDetail,
} from './endpoints/auth.ts'
export type { BatchesApi, BatchOptions, BatchResult } from './endpoints/batches.ts'
export type { FinishedOptions } from './endpoints/until-done.ts'
export { decryptExport, type ExportOptions, type ExportResult, type ExportsApi } from './endpoints/exports.ts'
export type {
  Department,
  DepartmentChange,
  DepartmentsApi,
  NewDepartment,
  SimpleDepartment,
} from './endpoints/departments.ts'
export type { JsSdkApi, JsSdkSignature } from './endpoints/jssdk.ts'
export type { ListIdsOptions, UserDepartment, UserIdList, UserIdPage } from './endpoints/list-user-ids.ts'
export type {
  Message,
  MessageRecipients,
  MessageResult,
  MessagesApi,
  MessageStatistics,
} from './endpoints/messages.ts'
export type {
  ChatBody,
  Mentions,
  MessageBody,
  MpnewsArticle,
  NewsArticle,
  RobotBody,
} from './wecom/messages/message-body.ts'
export type { MessageFlags, TemplateCardChange } from './wecom/messages/message-frame.ts'
export type {
  CardAction,
  CardButton,
  CardImage,
  CardLine,
  CardSelection,
  RobotCard,
  TemplateCard,
  TemplateCardUpdate,
} from './wecom/messages/template-card.ts'
export type { Appchat, AppchatChange, AppchatMessage, AppchatsApi, NewAppchat } from './endpoints/appchats.ts'
export type { GroupRobot, RobotUpload } from './endpoints/group-robot.ts'
export type { DownloadedFile, DownloadOptions, MediaApi, MediaType } from './endpoints/media.ts'
export type { Download } from './endpoints/media.ts'
export type { Upload } from './endpoints/media.ts'
export { createGroupRobot, type GroupRobotOptions } from './client/create-group-robot.ts'
export type { NetworkApi } from './endpoints/network.ts'
export type { Tag, TagMembers, TagMembersChange, TagMembersResult, TagsApi } from './endpoints/tags.ts'
export type {
  EmailType,
  ExternalProfile,
  Invitation,
  NewUser,
  SimpleUser,
  User,
  UserAttribute,
  UserChange,
  UsersApi,
} from './endpoints/users.ts'

export type { WecomIdentity } from './login/identity.ts'
export type { UserInfo } from './login/identity.ts'
export { isInAppBrowser } from './login/login-url.ts'
export type {
  AuthorizeUrlOptions,
  LoginUrlOptions,
  WebLoginUrlOptions,
  WecomScope,
} from './login/login-url.ts'

export { encryptedStore } from './stores/encrypted-store.ts'
export type { EncryptionKey } from './stores/encrypted-store.ts'
export { createFileLock } from './stores/file-lock.ts'
export { createFileStore } from './stores/file-store.ts'
export { createMemoryStore } from './stores/memory-store.ts'
export type { IoRedisClient, NodeRedisClient, RedisClient } from './stores/redis-lock.ts'
export { createRedisLock, type RedisLockOptions } from './stores/redis-lock.ts'

export type { LockOptions, TokenLock } from './stores/ports.ts'
export type { IssuedToken, TokenSource } from './token/token-source.ts'
export type { TokenStore } from './stores/ports.ts'

export * from './directory/index.ts'

export type { WecomEvent } from './telemetry/telemetry.ts'
export type { WecomLogger } from './telemetry/telemetry.ts'
export { redactUndiciSpan, type UndiciSpanRequest } from './telemetry/redact-undici-span.ts'

export * from './callbacks/index.ts'

export { errcodeInfo, type ErrcodeInfo } from './wecom/errcode-info.ts'
export type { ErrcodeKind, ErrcodeRetry } from './wecom/errcode-kind.ts'

export { WecomApiError, type WecomApiErrorDetails } from './errors/errors.ts'
export { WecomAuthError, type AuthErrorReason, type WecomAuthErrorDetails } from './errors/errors.ts'
export { WecomCallbackError, type CallbackErrorReason } from './errors/errors.ts'
export { WecomConfigError } from './errors/errors.ts'
export type { WecomErrorCode } from './errors/error-code.ts'
export { WecomHttpError, type WecomHttpErrorDetails } from './errors/errors.ts'
export { WecomInvalidResponseError, type InvalidResponseReason } from './errors/errors.ts'
export { isWecomError, type AnyWecomError } from './errors/is-wecom-error.ts'
export { WecomRateLimitError } from './errors/errors.ts'
export { WecomTimeoutError, type TimeoutPhase } from './errors/errors.ts'
export { WecomTransportError, type WecomTransportErrorDetails } from './errors/errors.ts'
export { WecomError, type WecomErrorDetails } from './errors/errors.ts'
