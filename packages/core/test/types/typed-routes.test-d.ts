/**
 * What compiles and what does not, read by `tsc` (`pnpm typecheck`) and run by nobody: 41 routes of 23 areas. An
 * `@ts-expect-error` that finds no error is an error itself.
 */
import { createWecomClient, type RouteAnswer, type RouteOptions, type WecomRoute } from '@wecom-kit/core'

const wecom = createWecomClient({ corpId: 'ww1', agentId: 1, secret: 's' })

/** Compiles only when `Actual` is exactly `Expected`. */
function expectType<Expected>() {
  return <Actual>(
    _value: Actual,
    ..._same: [Actual, Expected] extends [Expected, Actual] ? [] : ['not the expected type']
  ): void => {}
}

export async function answersAreTyped(): Promise<void> {
  // Contacts
  const user = (await wecom.request('GET /cgi-bin/user/get', { query: { userid: 'zhangsan' } })).data
  expectType<string>()(user.userid)
  expectType<string | undefined>()(user.mobile)
  const created = await wecom.request('POST /cgi-bin/department/create', {
    json: { name: '研发', parentid: 1 },
  })
  expectType<number>()(created.data.id)
  const job = await wecom.request('POST /cgi-bin/batch/syncuser', { json: { media_id: 'm' } })
  expectType<string>()(job.data.jobid)
  const result = await wecom.request('GET /cgi-bin/batch/getresult', { query: { jobid: job.data.jobid } })
  expectType<number>()(result.data.percentage)
  // Basics, JS-SDK, sign-in
  expectType<string[]>()((await wecom.request('GET /cgi-bin/getcallbackip')).data.ip_list)
  expectType<string>()((await wecom.request('GET /cgi-bin/get_jsapi_ticket')).data.ticket)
  const detail = await wecom.request('POST /cgi-bin/auth/getuserdetail', { json: { user_ticket: 't' } })
  expectType<string>()(detail.data.userid)
  // App settings
  const app = await wecom.request('GET /cgi-bin/agent/get', { query: { agentid: 1 } })
  expectType<string>()(app.data.name)
  await wecom.request('POST /cgi-bin/agent/set', { json: { agentid: 1, name: undefined } })
  // External contacts
  const customers = await wecom.request('GET /cgi-bin/externalcontact/list', {
    query: { userid: 'zhangsan' },
  })
  expectType<string[]>()(customers.data.external_userid)
  const page = await wecom.request('POST /cgi-bin/externalcontact/batch/get_by_user', {
    json: { userid_list: ['zhangsan'] as const },
  })
  expectType<string | undefined>()(page.data.next_cursor)
  await wecom.request('POST /cgi-bin/externalcontact/get_corp_tag_list')
  // Approvals
  const approval = await wecom.request('POST /cgi-bin/oa/getapprovaldetail', { json: { sp_no: '1' } })
  expectType<string>()(approval.data.info.sp_no)
  await wecom.request('GET /cgi-bin/oa/vacation/getcorpconf')
  // Check-in
  await wecom.request('POST /cgi-bin/checkin/getcheckindata', {
    json: { opencheckindatatype: 3, starttime: 1, endtime: 2, useridlist: ['zhangsan'] },
  })
  // Calendars
  const calendars = await wecom.request('POST /cgi-bin/oa/calendar/get', { json: { cal_id_list: ['c'] } })
  expectType<string>()(calendars.data.calendar_list[0]!.cal_id)
  // Documents: integers of 64 bits are numbers or text
  const form = await wecom.request('POST /cgi-bin/wedoc/get_form_statistic', {
    json: { repeated_id: 'r', req_type: 1, start_time: '1700000000' },
  })
  expectType<number | string>()(form.data.fill_cnt)
  const records = await wecom.request('POST /cgi-bin/wedoc/smartsheet/get_records', {
    json: { docid: 'd', sheet_id: 's', limit: 50 },
  })
  expectType<number | undefined>()(records.data.total)
  // Mail, meetings, meeting rooms
  await wecom.request('POST /cgi-bin/exmail/app/read_mail', { json: { mail_id: 'm' } })
  await wecom.request('GET /cgi-bin/exmail/group/get', { query: { groupid: 'g@example.com' } })
  const meeting = await wecom.request('POST /cgi-bin/meeting/create', {
    json: { admin_userid: 'zhangsan', title: '周会' },
  })
  expectType<string>()(meeting.data.meetingid)
  await wecom.request('POST /cgi-bin/meeting/cancel', { json: { meetingid: meeting.data.meetingid } })
  await wecom.request('POST /cgi-bin/oa/meetingroom/add', { json: { name: '大会议室', capacity: 20 } })
  // Customer service, live streams, journals
  expectType<string>()(
    (await wecom.request('POST /cgi-bin/kf/add_contact_way', { json: { open_kfid: 'k' } })).data.url,
  )
  const live = await wecom.request('GET /cgi-bin/living/get_living_info', { query: { livingid: 'l' } })
  expectType<string>()(live.data.living_info.theme)
  await wecom.request('POST /cgi-bin/oa/journal/get_record_detail', { json: { journaluuid: 'j' } })
  // WeDrive, staff records, invoices, payment
  const file = await wecom.request('POST /cgi-bin/wedrive/file_info', { json: { fileid: 'f' } })
  expectType<string>()(file.data.file_info.file_name)
  await wecom.request('GET /cgi-bin/hr/get_fields')
  await wecom.request('POST /cgi-bin/card/invoice/reimburse/getinvoiceinfo', {
    json: { card_id: 'c', encrypt_code: 'e' },
  })
  await wecom.request('POST /cgi-bin/externalpay/get_bill_list', { json: { begin_time: 1, end_time: 2 } })
  // Message archive, security, school, grids, corp groups
  await wecom.request('POST /cgi-bin/msgaudit/groupchat/get', { json: { roomid: 'r' } })
  const log = await wecom.request('POST /cgi-bin/security/admin_oper_log/list', {
    json: { start_time: 1, end_time: 2 },
  })
  expectType<boolean>()(log.data.has_more)
  await wecom.request('GET /cgi-bin/school/user/get', { query: { userid: 'p' } })
  await wecom.request('POST /cgi-bin/report/grid/list')
  await wecom.request('GET /cgi-bin/corpgroup/corp/get_chain_list')
  // Media: a form goes up, bytes come down
  const upload = await wecom.request('POST /cgi-bin/media/upload', {
    query: { type: 'file' },
    body: new FormData(),
  })
  expectType<string>()(upload.data.media_id)
  const bytes = await wecom.request('GET /cgi-bin/media/get', { query: { media_id: upload.data.media_id } })
  expectType<Uint8Array>()(bytes.data)
  // Group robots
  await wecom.request('POST /cgi-bin/webhook/send', {
    query: { key: 'k' },
    json: { msgtype: 'text', text: { content: 'hi' } },
  })
}

export async function listsAreTyped(): Promise<void> {
  const customers = wecom.paginate('POST /cgi-bin/externalcontact/batch/get_by_user', {
    json: { userid_list: ['zhangsan'] },
  })
  for await (const { external_contact } of customers) expectType<string>()(external_contact.name)
  for await (const row of wecom.paginate('POST /cgi-bin/user/list_id')) expectType<string>()(row.userid)
  const files = { spaceid: 's', fatherid: 'f', sort_type: 1, limit: 10 }
  const [file] = await wecom.paginate('POST /cgi-bin/wedrive/file_list', { json: files }).toArray()
  expectType<string | undefined>()(file?.fileid)
  for await (const { data } of wecom
    .paginate('POST /cgi-bin/kf/sync_msg', { json: { open_kfid: 'k' } })
    .pages()) {
    expectType<number>()(data.has_more)
  }
  // @ts-expect-error the list is one member's: whose?
  wecom.paginate('POST /cgi-bin/externalcontact/batch/get_by_user')
  // @ts-expect-error no list with pages
  wecom.paginate('GET /cgi-bin/department/list')
  // @ts-expect-error the cursor is walked for you
  wecom.paginate('POST /cgi-bin/user/list_id', { json: { cursor: 'c' } })
}

export async function unionsAreNarrowed(): Promise<void> {
  const { data } = await wecom.request('POST /cgi-bin/oa/getapprovaldetail', { json: { sp_no: '1' } })
  for (const control of data.info.apply_data.contents) {
    if (control.control === 'Money') expectType<string>()(control.value.new_money)
    // @ts-expect-error only Text and Textarea have a text
    else void control.value.text
  }
  for await (const message of wecom.paginate('POST /cgi-bin/kf/sync_msg', { json: { open_kfid: 'k' } })) {
    if (message.msgtype === 'text') expectType<string>()(message.text.content)
    if (message.msgtype === 'event' && message.event.event_type === 'enter_session') {
      expectType<string | undefined>()(message.event.welcome_code)
    }
  }
  await wecom.request('POST /cgi-bin/kf/send_msg', {
    // @ts-expect-error the body of another type
    json: { touser: 'wm', open_kfid: 'k', msgtype: 'text', image: { media_id: 'm' } },
  })
  await wecom.messages.send({
    touser: 'zhangsan',
    msgtype: 'template_card',
    template_card: {
      card_type: 'button_interaction',
      main_title: { title: '同意?' },
      // @ts-expect-error a vote's field
      checkbox: { question_key: 'q', option_list: [] },
      button_list: [],
      task_id: 't',
    },
  })
}

export async function mistakesDoNotCompile(): Promise<void> {
  // @ts-expect-error a required query parameter is missing
  await wecom.request('GET /cgi-bin/user/get')
  // @ts-expect-error a parameter that the page does not have
  await wecom.request('GET /cgi-bin/agent/get', { query: { agent_id: 1 } })
  // @ts-expect-error a number, not a word
  await wecom.request('GET /cgi-bin/department/list', { query: { id: 'one' } })
  // @ts-expect-error the wrong method
  await wecom.request('POST /cgi-bin/externalcontact/list', { query: { userid: 'zhangsan' } })
  // @ts-expect-error a slip in the path
  await wecom.request('GET /cgi-bin/user/gets', { query: { userid: 'zhangsan' } })
  // @ts-expect-error a required field is missing
  await wecom.request('POST /cgi-bin/oa/getapprovaldetail', { json: {} })
  // @ts-expect-error a field the page does not have
  await wecom.request('POST /cgi-bin/oa/getapprovaldetail', { json: { sp_no: '1', sp_number: '1' } })
  await wecom.request('POST /cgi-bin/externalcontact/batch/get_by_user', {
    // @ts-expect-error a list, not a text
    json: { userid_list: 'zhangsan' },
  })
  // @ts-expect-error parameters of a POST belong into json
  await wecom.request('POST /cgi-bin/wedrive/file_info', { query: { fileid: 'f' } })
  // @ts-expect-error parameters of a GET belong into query
  await wecom.request('GET /cgi-bin/living/get_living_info', { json: { livingid: 'l' } })
  // @ts-expect-error the form is missing
  await wecom.request('POST /cgi-bin/media/upload', { query: { type: 'file' } })
  // @ts-expect-error a robot is let in by its key
  await wecom.request('POST /cgi-bin/webhook/send', { json: { msgtype: 'text', text: { content: 'hi' } } })
  // @ts-expect-error the answer has no such field
  void (await wecom.request('GET /cgi-bin/getcallbackip')).data.ips
  // @ts-expect-error optional in the answer
  expectType<string>()((await wecom.request('GET /cgi-bin/user/get', { query: { userid: 'a' } })).data.mobile)
  // @ts-expect-error nothing to send
  await wecom.request('POST /cgi-bin/exmail/app/get_email_alias', { json: { userid: 'zhangsan' } })
  // @ts-expect-error the annotation of a variable is no explicit type: the path is still mistyped
  const claimed: { data: { id: number } } = await wecom.request('GET /cgi-bin/user/gat')
  void claimed
}

export async function ownTypesAreTaken(): Promise<void> {
  const own = await wecom.request<{ x: 1 }>('GET /cgi-bin/my/own', { query: { anything: true } })
  expectType<1>()(own.data.x)
  expectType<{ y: 2 }>()((await wecom.request<{ y: 2 }>('GET /cgi-bin/user/get')).data)
  const route: `GET /${string}` = 'GET /cgi-bin/user/get'
  expectType<{ y: 2 }>()((await wecom.request<{ y: 2 }>(route)).data)
  const read = async <T>(path: string): Promise<T> => (await wecom.request<T>(`GET /cgi-bin/${path}`)).data
  expectType<{ z: 3 }>()(await read<{ z: 3 }>('own'))
}

export async function wrappersAreTyped(): Promise<void> {
  const call = async <R extends WecomRoute>(route: R, options: RouteOptions<R>): Promise<RouteAnswer<R>> => {
    const { data } = await wecom.request<RouteAnswer<R>>(route, options)
    return data
  }
  expectType<string>()((await call('GET /cgi-bin/user/get', { query: { userid: 'a' } })).userid)
}
