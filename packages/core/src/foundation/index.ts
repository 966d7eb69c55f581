/**
 * What our packages stand on together: WeCom's facts, the one way to check options, stores that may fail. Typed and
 * versioned like everything else; an application rarely needs it.
 *
 * @module
 */
import '../supported-node.ts'

export { isLoopback } from '../internal/is-loopback.ts'
export { isRecord } from '../internal/is-record.ts'

export { isWecomError } from '../errors/is-wecom-error.ts'

export { optionMessage, describe, describeKind, type OptionProblem } from '../options/option-error.ts'
export {
  callable,
  flag,
  integer,
  listOf,
  matching,
  milliseconds,
  oneOf,
  row,
  section,
  withDefault,
  withMethods,
  type DefaultedRow,
  type OptionRow,
  type OptionRows,
} from '../options/option-row.ts'
export { readOptions, type OptionsOwner, type ReadOptions } from '../options/read-options.ts'

export { StoreGuard, type StorePatience, type StoreResult } from '../stores/store-guard.ts'

export { appKey, corpKey, identityOf, type AppIdentity, type Identifiable } from '../wecom/app-identity.ts'
export { errcodeIs, errcodeOf, failedAs, type ErrcodeRole } from '../wecom/errcode-roles.ts'
export { isCorpId, isDepartmentId, isOwnUserId, isUserId, sameUser, userKey } from '../wecom/ids.ts'
export { errorForLog } from '../telemetry/error-for-log.ts'
export { waitFor } from '../transport/wait-for.ts'
export { isSecretName, redacted, redactSecrets } from '../wecom/secrets.ts'
export {
  memberFields,
  readConsented,
  readMember,
  readSimpleMember,
  type ConsentedField,
  type Member,
  type MemberField,
  type MemberFieldName,
  type MemberMembership,
  type PersonalMemberField,
} from '../wecom/member.ts'
export type { MemberAttribute, MemberGender, MemberStatus } from '../wecom/member-values.ts'
