/**
 * Callbacks alone: what WeCom pushes, verified, decrypted and typed; answers encrypted. Everything here is in the main
 * entry, too; this one loads no HTTP client and nothing that calls WeCom.
 *
 * @module
 */
import '../supported-node.ts'

export {
  createCallbackCrypto,
  type CallbackCrypto,
  type DecryptedCallback,
  type EncryptReplyOptions,
} from './callback-crypto.ts'
export type { CallbackCryptoOptions } from './callback-crypto.ts'
export { verifyCallbackSignature, type CallbackSignatureInput } from './signature.ts'
export type { SignedParts } from './signature.ts'
export { parseCallbackEvent } from './parse-callback-event.ts'
export type { CallbackFormat } from './envelope.ts'
export type { CallbackQuery } from './envelope.ts'
export type { CallbackBase, CallbackFields, CallbackValue } from './fields.ts'
export type {
  CallbackAttribute,
  CallbackEvent,
  ContactEvent,
  DepartmentChangedEvent,
  DepartmentDeletedEvent,
  ImageMessageEvent,
  LinkMessageEvent,
  LocationMessageEvent,
  MessageBase,
  MessageEvent,
  OtherEvent,
  TagChangedEvent,
  TextMessageEvent,
  UnknownCallback,
  UserChangedEvent,
  UserDeletedEvent,
  VideoMessageEvent,
  VoiceMessageEvent,
} from './callback-event.ts'
export type {
  AppEvent,
  AppEventBase,
  ApprovalEvent,
  BatchJobEvent,
  CardChoice,
  InactivityAlertEvent,
  InactivityEvent,
  MemberEvent,
  MenuEvent,
  OpenApprovalEvent,
  PictureEvent,
  PlaceEvent,
  PositionEvent,
  ScanEvent,
  ServiceEvent,
  ShareEvent,
  TemplateCardEvent,
} from './app-event.ts'
export type {
  CustomerChatEvent,
  CustomerEvent,
  CustomerLostEvent,
  CustomerTagEvent,
  ExternalEvent,
} from './external-event.ts'

export { WecomCallbackError, type CallbackErrorReason } from '../errors/errors.ts'
export { WecomConfigError } from '../errors/errors.ts'
export { isWecomError } from '../errors/is-wecom-error.ts'
