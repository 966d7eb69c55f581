export type { AdminApi } from './api/admin-api.ts'
export type { CallbacksApi, CallbackSummary, RegisterResult, SendOptions } from './api/callbacks-api.ts'
export type { ClientOptions } from './api/client-options.ts'
export type { ClockApi } from './api/clock-api.ts'
export type { CodesApi, CodeSummary, IssueCodeOptions } from './api/codes-api.ts'
export type { ContactsApi } from './api/contacts-api.ts'
export type { FaultsApi } from './api/faults-api.ts'
export type { JournalApi } from './api/journal-api.ts'
export type { MessagesApi } from './api/messages-api.ts'
export type { SettingsApi } from './api/settings-api.ts'
export type { Simulator, SimulatorApp } from './api/simulator.ts'
export type { RevokeOptions, TokensApi, TokenSummary } from './api/tokens-api.ts'
export type { CallbackOptions } from './callbacks/callback-config.ts'
export type { Delivery, DeliveryAttempt } from './callbacks/delivery.ts'
export type { EventFields, EventForm, EventValue } from './callbacks/event-fields.ts'
export type { AppPatch } from './contacts/app-shapes.ts'
export type { NewDepartment } from './contacts/contact-shapes.ts'
export type { Fault, FaultKind, RandomFaults } from './faults/fault.ts'
export type { JournalEntry } from './journal/journal.ts'
export type {
  CallbackSettings,
  GettokenSettings,
  Latency,
  LoginSettings,
  RateLimitSettings,
  Settings,
  SettingsPatch,
} from './settings/settings.ts'
export { type SimulatorOptions, startSimulator } from './start-simulator.ts'
export type { App, AppKind, SensitiveField, VisibleRange } from './world/app.ts'
export type { Department, DepartmentInput } from './world/department.ts'
export type { Member, MemberAttribute, MemberExternalProfile, MemberInput } from './world/member.ts'
export type { LinkedMember, Outsider, Seed } from './world/seed.ts'
export type { SentMessage } from './world/sent-message.ts'
export type { Tag } from './world/tag.ts'
export type { DeadTokenAnswer } from './world/token-book.ts'
