export type { AdminApi, SimulatorApp } from './acts/admin.ts'
export type { ApprovalsApi, Decision } from './acts/approvals.ts'
export type { CallbacksApi, CallbackSummary, RegisterResult, SendOptions } from './acts/callbacks.ts'
export type { ClockApi } from './acts/clock.ts'
export type { CodesApi, CodeSummary, IssueCodeOptions } from './acts/codes.ts'
export type { ContactsApi } from './acts/contacts.ts'
export type { CustomerOfMember, CustomersApi, CustomerSummary, NewCustomer } from './acts/customers.ts'
export type { FaultsApi } from './acts/faults.ts'
export type { JournalApi } from './acts/journal.ts'
export type { MessagesApi } from './acts/messages.ts'
export type { SettingsApi } from './acts/settings.ts'
export type { ResetOptions } from './acts/reset.ts'
export type { StubsApi } from './acts/stubs.ts'
export type { RevokeOptions, TokensApi, TokenSummary } from './acts/tokens.ts'
export type { CallbackOptions } from './callbacks/callback-config.ts'
export type { Delivery, DeliveryAttempt } from './callbacks/delivery.ts'
export type { EventForm } from './callbacks/event-fields.ts'
export type { EventFields, EventValue } from './world/event.ts'
export type { AppPatch } from './contacts/app-shapes.ts'
export type { NewDepartment } from './contacts/contact-shapes.ts'
export {
  faultKinds,
  type Fault,
  type FaultKind,
  type PendingFault,
  type RandomFaults,
} from './faults/fault.ts'
export type { FullJournalEntry, JournalEntry, JournalFilter } from './journal/journal.ts'
export type {
  CallbackSettings,
  GettokenSettings,
  Latency,
  LoginSettings,
  RateLimitSettings,
  Settings,
  SettingsPatch,
} from './settings/settings.ts'
export type { ClientOptions, Simulator } from './simulator.ts'
export { type SimulatorOptions, startSimulator } from './start-simulator.ts'
export type { Recording } from './seeds/recording.ts'
export type { PlacedStub, Stub } from './stubs/stubs.ts'
export type { App, AppKind, SensitiveField, VisibleRange } from './world/app.ts'
export type { Department, DepartmentInput } from './world/department.ts'
export type { Member, MemberAttribute, MemberExternalProfile, MemberInput } from './world/member.ts'
export type { Outsider } from './world/customers.ts'
export type { LinkedMember, Seed } from './world/seed.ts'
export type { SentMessage } from './world/sent-message.ts'
export type { Tag } from './world/tag.ts'
export type { DeadTokenAnswer } from './world/token-book.ts'
export type { Follow } from './world/customers.ts'
export type { Robot } from './world/group-chat.ts'
export type { Approval, ApprovalNode, ApprovalStatus, ApprovalStep } from './world/approvals.ts'
