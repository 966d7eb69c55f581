/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { AccountIdRoutes } from './areas/account-id.ts'
import type { AgentRoutes } from './areas/agent.ts'
import type { ApprovalRoutes } from './areas/approval.ts'
import type { BasicsRoutes } from './areas/basics.ts'
import type { CalendarRoutes } from './areas/calendar.ts'
import type { ChatdataRoutes } from './areas/chatdata.ts'
import type { CheckinRoutes } from './areas/checkin.ts'
import type { ContactsRoutes } from './areas/contacts.ts'
import type { CorpgroupRoutes } from './areas/corpgroup.ts'
import type { DialRoutes } from './areas/dial.ts'
import type { DocRoutes } from './areas/doc.ts'
import type { ExternalContactRoutes } from './areas/external-contact.ts'
import type { HrRoutes } from './areas/hr.ts'
import type { InvoiceRoutes } from './areas/invoice.ts'
import type { JournalRoutes } from './areas/journal.ts'
import type { JssdkRoutes } from './areas/jssdk.ts'
import type { KfRoutes } from './areas/kf.ts'
import type { LinkedCorpRoutes } from './areas/linked-corp.ts'
import type { LivingRoutes } from './areas/living.ts'
import type { MailRoutes } from './areas/mail.ts'
import type { MediaRoutes } from './areas/media.ts'
import type { MeetingRoutes } from './areas/meeting.ts'
import type { MeetingroomRoutes } from './areas/meetingroom.ts'
import type { MessageRoutes } from './areas/message.ts'
import type { MiniappPayRoutes } from './areas/miniapp-pay.ts'
import type { MiniprogramRoutes } from './areas/miniprogram.ts'
import type { MsgauditRoutes } from './areas/msgaudit.ts'
import type { PayRoutes } from './areas/pay.ts'
import type { PstnccRoutes } from './areas/pstncc.ts'
import type { ReportGridRoutes } from './areas/report-grid.ts'
import type { SchoolRoutes } from './areas/school.ts'
import type { SchoolAppRoutes } from './areas/school-app.ts'
import type { SecurityRoutes } from './areas/security.ts'
import type { SignInRoutes } from './areas/sign-in.ts'
import type { VipRoutes } from './areas/vip.ts'
import type { WedriveRoutes } from './areas/wedrive.ts'

/**
 * Every path of WeCom's API for a corp's own apps, as its documents describe them: what `request` takes and answers.
 * Fields that WeCom adds later are not in it; `request<T>` reads those.
 */
export interface WecomRoutes extends AccountIdRoutes, AgentRoutes, ApprovalRoutes, BasicsRoutes, CalendarRoutes, ChatdataRoutes, CheckinRoutes, ContactsRoutes, CorpgroupRoutes, DialRoutes, DocRoutes, ExternalContactRoutes, HrRoutes, InvoiceRoutes, JournalRoutes, JssdkRoutes, KfRoutes, LinkedCorpRoutes, LivingRoutes, MailRoutes, MediaRoutes, MeetingRoutes, MeetingroomRoutes, MessageRoutes, MiniappPayRoutes, MiniprogramRoutes, MsgauditRoutes, PayRoutes, PstnccRoutes, ReportGridRoutes, SchoolRoutes, SchoolAppRoutes, SecurityRoutes, SignInRoutes, VipRoutes, WedriveRoutes {}
