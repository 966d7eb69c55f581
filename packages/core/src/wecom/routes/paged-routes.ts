/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter.
 */
import type { ApprovalRoutes } from './areas/approval.ts'
import type { CalendarRoutes } from './areas/calendar.ts'
import type { ChatdataRoutes } from './areas/chatdata.ts'
import type { ContactsRoutes } from './areas/contacts.ts'
import type { CorpgroupRoutes } from './areas/corpgroup.ts'
import type { DialRoutes } from './areas/dial.ts'
import type { DocRoutes } from './areas/doc.ts'
import type { ExternalContactRoutes } from './areas/external-contact.ts'
import type { JournalRoutes } from './areas/journal.ts'
import type { KfRoutes } from './areas/kf.ts'
import type { LinkedCorpRoutes } from './areas/linked-corp.ts'
import type { LivingRoutes } from './areas/living.ts'
import type { MailRoutes } from './areas/mail.ts'
import type { MeetingRoutes } from './areas/meeting.ts'
import type { MessageRoutes } from './areas/message.ts'
import type { PayRoutes } from './areas/pay.ts'
import type { ReportGridRoutes } from './areas/report-grid.ts'
import type { SchoolAppRoutes } from './areas/school-app.ts'
import type { SecurityRoutes } from './areas/security.ts'
import type { VipRoutes } from './areas/vip.ts'
import type { WedriveRoutes } from './areas/wedrive.ts'

/** Lists that come in pages: the parameter that walks them, and what one of their rows is. */
export interface PagedRoutes {
  'POST /cgi-bin/oa/getapprovalinfo': { cursor: 'new_cursor'; item: NonNullable<ApprovalRoutes['POST /cgi-bin/oa/getapprovalinfo']['data']['sp_no_list']>[number] }
  'POST /cgi-bin/oa/schedule/get_by_calendar': { cursor: 'offset'; item: NonNullable<CalendarRoutes['POST /cgi-bin/oa/schedule/get_by_calendar']['data']['schedule_list']>[number] }
  'POST /cgi-bin/chatdata/get_auth_user_list': { cursor: 'cursor'; item: NonNullable<ChatdataRoutes['POST /cgi-bin/chatdata/get_auth_user_list']['data']['auth_user_list']>[number] }
  'POST /cgi-bin/user/list_id': { cursor: 'cursor'; item: NonNullable<ContactsRoutes['POST /cgi-bin/user/list_id']['data']['dept_user']>[number] }
  'POST /cgi-bin/corpgroup/corp/get_chain_corpinfo_list': { cursor: 'cursor'; item: NonNullable<CorpgroupRoutes['POST /cgi-bin/corpgroup/corp/get_chain_corpinfo_list']['data']['group_corps']>[number] }
  'POST /cgi-bin/dial/get_dial_record': { cursor: 'offset'; item: NonNullable<DialRoutes['POST /cgi-bin/dial/get_dial_record']['data']['record']>[number] }
  'POST /cgi-bin/wedoc/get_form_statistic': { cursor: 'cursor'; item: DocRoutes['POST /cgi-bin/wedoc/get_form_statistic']['data'] }
  'POST /cgi-bin/wedoc/smartsheet/get_field_groups': { cursor: 'offset'; item: NonNullable<DocRoutes['POST /cgi-bin/wedoc/smartsheet/get_field_groups']['data']['field_groups']>[number] }
  'POST /cgi-bin/wedoc/smartsheet/get_fields': { cursor: 'offset'; item: NonNullable<DocRoutes['POST /cgi-bin/wedoc/smartsheet/get_fields']['data']['fields']>[number] }
  'POST /cgi-bin/wedoc/smartsheet/get_records': { cursor: 'offset'; item: NonNullable<DocRoutes['POST /cgi-bin/wedoc/smartsheet/get_records']['data']['records']>[number] }
  'POST /cgi-bin/wedoc/smartsheet/get_views': { cursor: 'offset'; item: NonNullable<DocRoutes['POST /cgi-bin/wedoc/smartsheet/get_views']['data']['views']>[number] }
  'POST /cgi-bin/wedoc/vip/list': { cursor: 'cursor'; item: NonNullable<DocRoutes['POST /cgi-bin/wedoc/vip/list']['data']['userid_list']>[number] }
  'POST /cgi-bin/externalcontact/batch/get_by_user': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/batch/get_by_user']['data']['external_contact_list']>[number] }
  'POST /cgi-bin/externalcontact/contact_list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/contact_list']['data']['info_list']>[number] }
  'POST /cgi-bin/externalcontact/customer_acquisition/customer': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/customer_acquisition/customer']['data']['customer_list']>[number] }
  'POST /cgi-bin/externalcontact/customer_acquisition/list_link': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/customer_acquisition/list_link']['data']['link_id_list']>[number] }
  'POST /cgi-bin/externalcontact/customer_strategy/get_range': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/customer_strategy/get_range']['data']['range']>[number] }
  'POST /cgi-bin/externalcontact/customer_strategy/list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/customer_strategy/list']['data']['strategy']>[number] }
  'GET /cgi-bin/externalcontact/get': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['GET /cgi-bin/externalcontact/get']['data']['follow_user']>[number] }
  'POST /cgi-bin/externalcontact/get_groupmsg_list_v2': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_groupmsg_list_v2']['data']['group_msg_list']>[number] }
  'POST /cgi-bin/externalcontact/get_groupmsg_send_result': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_groupmsg_send_result']['data']['send_list']>[number] }
  'POST /cgi-bin/externalcontact/get_groupmsg_task': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_groupmsg_task']['data']['task_list']>[number] }
  'POST /cgi-bin/externalcontact/get_moment_customer_list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_moment_customer_list']['data']['customer_list']>[number] }
  'POST /cgi-bin/externalcontact/get_moment_list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_moment_list']['data']['moment_list']>[number] }
  'POST /cgi-bin/externalcontact/get_moment_send_result': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_moment_send_result']['data']['customer_list']>[number] }
  'POST /cgi-bin/externalcontact/get_moment_task': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_moment_task']['data']['task_list']>[number] }
  'POST /cgi-bin/externalcontact/get_product_album_list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_product_album_list']['data']['product_list']>[number] }
  'POST /cgi-bin/externalcontact/get_unassigned_list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/get_unassigned_list']['data']['info']>[number] }
  'POST /cgi-bin/externalcontact/groupchat/list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/groupchat/list']['data']['group_chat_list']>[number] }
  'POST /cgi-bin/externalcontact/groupchat/statistic': { cursor: 'offset'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/groupchat/statistic']['data']['items']>[number] }
  'POST /cgi-bin/externalcontact/list_contact_way': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/list_contact_way']['data']['contact_way']>[number] }
  'POST /cgi-bin/externalcontact/moment_strategy/get_range': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/moment_strategy/get_range']['data']['range']>[number] }
  'POST /cgi-bin/externalcontact/moment_strategy/list': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/moment_strategy/list']['data']['strategy']>[number] }
  'POST /cgi-bin/externalcontact/resigned/transfer_result': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/resigned/transfer_result']['data']['customer']>[number] }
  'POST /cgi-bin/externalcontact/transfer_result': { cursor: 'cursor'; item: NonNullable<ExternalContactRoutes['POST /cgi-bin/externalcontact/transfer_result']['data']['customer']>[number] }
  'POST /cgi-bin/oa/journal/get_record_list': { cursor: 'cursor'; item: NonNullable<JournalRoutes['POST /cgi-bin/oa/journal/get_record_list']['data']['journaluuid_list']>[number] }
  'POST /cgi-bin/kf/account/list': { cursor: 'offset'; item: NonNullable<KfRoutes['POST /cgi-bin/kf/account/list']['data']['account_list']>[number] }
  'POST /cgi-bin/kf/knowledge/list_group': { cursor: 'cursor'; item: NonNullable<KfRoutes['POST /cgi-bin/kf/knowledge/list_group']['data']['group_list']>[number] }
  'POST /cgi-bin/kf/knowledge/list_intent': { cursor: 'cursor'; item: NonNullable<KfRoutes['POST /cgi-bin/kf/knowledge/list_intent']['data']['intent_list']>[number] }
  'POST /cgi-bin/kf/sync_msg': { cursor: 'cursor'; item: NonNullable<KfRoutes['POST /cgi-bin/kf/sync_msg']['data']['msg_list']>[number] }
  'POST /cgi-bin/corpgroup/corp/list_app_share_info': { cursor: 'cursor'; item: NonNullable<LinkedCorpRoutes['POST /cgi-bin/corpgroup/corp/list_app_share_info']['data']['corp_list']>[number] }
  'POST /cgi-bin/living/get_watch_stat': { cursor: 'next_key'; item: LivingRoutes['POST /cgi-bin/living/get_watch_stat']['data'] }
  'POST /cgi-bin/exmail/app/get_mail_list': { cursor: 'cursor'; item: NonNullable<MailRoutes['POST /cgi-bin/exmail/app/get_mail_list']['data']['mail_list']>[number] }
  'POST /cgi-bin/exmail/vip/list': { cursor: 'cursor'; item: NonNullable<MailRoutes['POST /cgi-bin/exmail/vip/list']['data']['userid_list']>[number] }
  'POST /cgi-bin/meeting/enroll/list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/enroll/list']['data']['enroll_list']>[number] }
  'POST /cgi-bin/meeting/get_attendee_list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/get_attendee_list']['data']['attendees']>[number] }
  'POST /cgi-bin/meeting/get_invitees': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/get_invitees']['data']['invitees']>[number] }
  'POST /cgi-bin/meeting/get_quality': { cursor: 'cursor'; item: MeetingRoutes['POST /cgi-bin/meeting/get_quality']['data'] }
  'POST /cgi-bin/meeting/get_realtime_attendee_list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/get_realtime_attendee_list']['data']['attendees']>[number] }
  'POST /cgi-bin/meeting/get_user_meetingid': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/get_user_meetingid']['data']['meetingid_list']>[number] }
  'POST /cgi-bin/meeting/phone/get_callout_status': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/phone/get_callout_status']['data']['phone_numbers']>[number] }
  'POST /cgi-bin/meeting/record/list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/record/list']['data']['record_meetings']>[number] }
  'POST /cgi-bin/meeting/rooms/list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/rooms/list']['data']['meeting_room_list']>[number] }
  'POST /cgi-bin/meeting/rooms/list_controllers': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/rooms/list_controllers']['data']['controller_info_list']>[number] }
  'POST /cgi-bin/meeting/rooms/list_devices': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/rooms/list_devices']['data']['device_info_list']>[number] }
  'POST /cgi-bin/meeting/rooms/list_meetings': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/rooms/list_meetings']['data']['meeting_info_list']>[number] }
  'POST /cgi-bin/meeting/statistics/get_start_list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/statistics/get_start_list']['data']['meeting_list']>[number] }
  'POST /cgi-bin/meeting/vip/list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/vip/list']['data']['userid_list']>[number] }
  'POST /cgi-bin/meeting/waitingroom/get_current_user_list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/waitingroom/get_current_user_list']['data']['user_list']>[number] }
  'POST /cgi-bin/meeting/waitingroom/get_user_list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/waitingroom/get_user_list']['data']['user_list']>[number] }
  'POST /cgi-bin/meeting/webinar/enroll/list': { cursor: 'cursor'; item: NonNullable<MeetingRoutes['POST /cgi-bin/meeting/webinar/enroll/list']['data']['enroll_list']>[number] }
  'POST /cgi-bin/wedoc/smartsheet/groupchat/list': { cursor: 'cursor'; item: NonNullable<MessageRoutes['POST /cgi-bin/wedoc/smartsheet/groupchat/list']['data']['chat_id_list']>[number] }
  'POST /cgi-bin/externalpay/get_bill_list': { cursor: 'cursor'; item: NonNullable<PayRoutes['POST /cgi-bin/externalpay/get_bill_list']['data']['bill_list']>[number] }
  'POST /cgi-bin/externalpay/get_fund_flow': { cursor: 'cursor'; item: NonNullable<PayRoutes['POST /cgi-bin/externalpay/get_fund_flow']['data']['fund_flow_list']>[number] }
  'POST /cgi-bin/report/patrol/get_order_list': { cursor: 'cursor'; item: NonNullable<ReportGridRoutes['POST /cgi-bin/report/patrol/get_order_list']['data']['order_list']>[number] }
  'POST /cgi-bin/report/resident/get_order_list': { cursor: 'cursor'; item: NonNullable<ReportGridRoutes['POST /cgi-bin/report/resident/get_order_list']['data']['order_list']>[number] }
  'POST /cgi-bin/health/get_report_answer': { cursor: 'offset'; item: NonNullable<SchoolAppRoutes['POST /cgi-bin/health/get_report_answer']['data']['answers']>[number] }
  'POST /cgi-bin/health/get_report_jobids': { cursor: 'offset'; item: NonNullable<SchoolAppRoutes['POST /cgi-bin/health/get_report_jobids']['data']['jobids']>[number] }
  'POST /cgi-bin/living/get_user_all_livingid': { cursor: 'cursor'; item: NonNullable<SchoolAppRoutes['POST /cgi-bin/living/get_user_all_livingid']['data']['livingid_list']>[number] }
  'POST /cgi-bin/school/living/get_unwatch_stat': { cursor: 'next_key'; item: NonNullable<NonNullable<SchoolAppRoutes['POST /cgi-bin/school/living/get_unwatch_stat']['data']['stat_info']>['students']>[number] }
  'POST /cgi-bin/school/living/get_unwatch_stat_v2': { cursor: 'next_cursor'; item: SchoolAppRoutes['POST /cgi-bin/school/living/get_unwatch_stat_v2']['data'] }
  'POST /cgi-bin/school/living/get_watch_stat': { cursor: 'next_key'; item: SchoolAppRoutes['POST /cgi-bin/school/living/get_watch_stat']['data'] }
  'POST /cgi-bin/school/living/get_watch_stat_v2': { cursor: 'next_cursor'; item: SchoolAppRoutes['POST /cgi-bin/school/living/get_watch_stat_v2']['data'] }
  'POST /cgi-bin/security/admin_oper_log/list': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/admin_oper_log/list']['data']['record_list']>[number] }
  'POST /cgi-bin/security/get_file_oper_record': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/get_file_oper_record']['data']['record_list']>[number] }
  'POST /cgi-bin/security/get_screen_oper_record': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/get_screen_oper_record']['data']['record_list']>[number] }
  'POST /cgi-bin/security/member_oper_log/list': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/member_oper_log/list']['data']['record_list']>[number] }
  'POST /cgi-bin/security/trustdevice/list': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/trustdevice/list']['data']['device_list']>[number] }
  'POST /cgi-bin/security/vip/list': { cursor: 'cursor'; item: NonNullable<SecurityRoutes['POST /cgi-bin/security/vip/list']['data']['userid_list']>[number] }
  'POST /cgi-bin/advanced_feature/get_apply_id_list': { cursor: 'cursor'; item: NonNullable<VipRoutes['POST /cgi-bin/advanced_feature/get_apply_id_list']['data']['apply_id_list']>[number] }
  'POST /cgi-bin/wedrive/file_list': { cursor: 'start'; item: NonNullable<NonNullable<WedriveRoutes['POST /cgi-bin/wedrive/file_list']['data']['file_list']>['item']>[number] }
  'POST /cgi-bin/wedrive/vip/list': { cursor: 'cursor'; item: NonNullable<WedriveRoutes['POST /cgi-bin/wedrive/vip/list']['data']['userid_list']>[number] }
}

/** How a list is walked: `[rows, cursor, next, first]`. No `next`: the cursor is an offset that counts the rows. */
export type PagedShape = readonly [
  rows: readonly string[] | undefined,
  cursor: string,
  next: string | undefined,
  first?: string | number,
]

/** How each of {@link PagedRoutes} is walked. */
export const pagedShapes: Readonly<Record<keyof PagedRoutes, PagedShape>> = {
  'POST /cgi-bin/oa/getapprovalinfo': [['sp_no_list'], 'new_cursor', 'new_next_cursor', ''],
  'POST /cgi-bin/oa/schedule/get_by_calendar': [['schedule_list'], 'offset', undefined],
  'POST /cgi-bin/chatdata/get_auth_user_list': [['auth_user_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/user/list_id': [['dept_user'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/corpgroup/corp/get_chain_corpinfo_list': [['group_corps'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/dial/get_dial_record': [['record'], 'offset', undefined],
  'POST /cgi-bin/wedoc/get_form_statistic': [undefined, 'cursor', 'cursor'],
  'POST /cgi-bin/wedoc/smartsheet/get_field_groups': [['field_groups'], 'offset', 'next'],
  'POST /cgi-bin/wedoc/smartsheet/get_fields': [['fields'], 'offset', 'next'],
  'POST /cgi-bin/wedoc/smartsheet/get_records': [['records'], 'offset', 'next'],
  'POST /cgi-bin/wedoc/smartsheet/get_views': [['views'], 'offset', 'next'],
  'POST /cgi-bin/wedoc/vip/list': [['userid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/batch/get_by_user': [['external_contact_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/contact_list': [['info_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/customer_acquisition/customer': [['customer_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/customer_acquisition/list_link': [['link_id_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/customer_strategy/get_range': [['range'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/customer_strategy/list': [['strategy'], 'cursor', 'next_cursor'],
  'GET /cgi-bin/externalcontact/get': [['follow_user'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_groupmsg_list_v2': [['group_msg_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_groupmsg_send_result': [['send_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_groupmsg_task': [['task_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_moment_customer_list': [['customer_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_moment_list': [['moment_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_moment_send_result': [['customer_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_moment_task': [['task_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_product_album_list': [['product_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/get_unassigned_list': [['info'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/groupchat/list': [['group_chat_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/groupchat/statistic': [['items'], 'offset', 'next_offset'],
  'POST /cgi-bin/externalcontact/list_contact_way': [['contact_way'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/moment_strategy/get_range': [['range'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/moment_strategy/list': [['strategy'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/resigned/transfer_result': [['customer'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalcontact/transfer_result': [['customer'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/oa/journal/get_record_list': [['journaluuid_list'], 'cursor', 'next_cursor', 0],
  'POST /cgi-bin/kf/account/list': [['account_list'], 'offset', undefined],
  'POST /cgi-bin/kf/knowledge/list_group': [['group_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/kf/knowledge/list_intent': [['intent_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/kf/sync_msg': [['msg_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/corpgroup/corp/list_app_share_info': [['corp_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/living/get_watch_stat': [undefined, 'next_key', 'next_key'],
  'POST /cgi-bin/exmail/app/get_mail_list': [['mail_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/exmail/vip/list': [['userid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/enroll/list': [['enroll_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/get_attendee_list': [['attendees'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/get_invitees': [['invitees'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/get_quality': [undefined, 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/get_realtime_attendee_list': [['attendees'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/get_user_meetingid': [['meetingid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/phone/get_callout_status': [['phone_numbers'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/record/list': [['record_meetings'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/rooms/list': [['meeting_room_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/rooms/list_controllers': [['controller_info_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/rooms/list_devices': [['device_info_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/rooms/list_meetings': [['meeting_info_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/statistics/get_start_list': [['meeting_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/vip/list': [['userid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/waitingroom/get_current_user_list': [['user_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/waitingroom/get_user_list': [['user_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/meeting/webinar/enroll/list': [['enroll_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/wedoc/smartsheet/groupchat/list': [['chat_id_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalpay/get_bill_list': [['bill_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/externalpay/get_fund_flow': [['fund_flow_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/report/patrol/get_order_list': [['order_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/report/resident/get_order_list': [['order_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/health/get_report_answer': [['answers'], 'offset', undefined],
  'POST /cgi-bin/health/get_report_jobids': [['jobids'], 'offset', undefined],
  'POST /cgi-bin/living/get_user_all_livingid': [['livingid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/school/living/get_unwatch_stat': [['stat_info', 'students'], 'next_key', 'next_key'],
  'POST /cgi-bin/school/living/get_unwatch_stat_v2': [undefined, 'next_cursor', 'next_cursor'],
  'POST /cgi-bin/school/living/get_watch_stat': [undefined, 'next_key', 'next_key'],
  'POST /cgi-bin/school/living/get_watch_stat_v2': [undefined, 'next_cursor', 'next_cursor'],
  'POST /cgi-bin/security/admin_oper_log/list': [['record_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/security/get_file_oper_record': [['record_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/security/get_screen_oper_record': [['record_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/security/member_oper_log/list': [['record_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/security/trustdevice/list': [['device_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/security/vip/list': [['userid_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/advanced_feature/get_apply_id_list': [['apply_id_list'], 'cursor', 'next_cursor'],
  'POST /cgi-bin/wedrive/file_list': [['file_list', 'item'], 'start', 'next_start', 0],
  'POST /cgi-bin/wedrive/vip/list': [['userid_list'], 'cursor', 'next_cursor'],
}
