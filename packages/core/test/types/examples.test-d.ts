/**
 * Ten routes with requests and answers as they travel, read by `tsc`: what a page's example looks like compiles, and what
 * differs in one field does not.
 */
import type { RouteAnswer, RouteOptions, WecomRoute } from '@wecom-kit/core'

interface Example<R extends WecomRoute> {
  route: R
  options: Pick<RouteOptions<R>, keyof RouteOptions<R> & ('query' | 'json')>
  answer: RouteAnswer<R>
}

/** Checks an example; there is nothing to do at run time. */
function example<R extends WecomRoute>(_example: Example<R>): void {}

example({
  route: 'GET /cgi-bin/user/get',
  options: { query: { userid: 'u-1' } },
  answer: {
    userid: 'u-1',
    name: 'Ada',
    department: [1, 7],
    main_department: 7,
    status: 1,
    extattr: { attrs: [{ type: 0, name: 'desk', text: { value: 'B4' } }] },
  },
})
example({
  route: 'POST /cgi-bin/user/create',
  options: {
    json: { userid: 'u-2', name: 'Bo', mobile: '+1 555 0100', department: [1], is_leader_in_dept: [0] },
  },
  answer: { created_department_list: { department_info: [{ name: 'R&D', id: 12 }] } },
})
example({
  route: 'POST /cgi-bin/message/send',
  options: { json: { touser: 'u-1|u-2', msgtype: 'text', agentid: 1_000_002, text: { content: 'hello' } } },
  answer: { msgid: 'm-1', invaliduser: 'u-2' },
})
example({
  route: 'GET /cgi-bin/agent/get',
  options: { query: { agentid: 1_000_002 } },
  answer: {
    agentid: 1_000_002,
    name: 'Desk',
    square_logo_url: 'https://logo.example/a',
    description: '',
    allow_userinfos: { user: [{ userid: 'u-1' }] },
    allow_partys: { partyid: [1] },
    allow_tags: { tagid: [] },
    close: 0,
    redirect_domain: 'oa.example.com',
    report_location_flag: 0,
    isreportenter: 0,
    home_url: 'https://oa.example.com',
  },
})
example({
  route: 'POST /cgi-bin/kf/sync_msg',
  options: { json: { open_kfid: 'wk-1', cursor: 'c', limit: 100 } },
  answer: {
    next_cursor: 'd',
    has_more: 0,
    msg_list: [
      { msgid: 'k1', send_time: 1_700_000_000, origin: 3, msgtype: 'text', text: { content: 'hi' } },
      {
        msgid: 'k2',
        send_time: 1_700_000_001,
        origin: 4,
        msgtype: 'event',
        event: {
          event_type: 'enter_session',
          open_kfid: 'wk-1',
          external_userid: 'wm-1',
          welcome_code: 'w',
        },
      },
    ],
  },
})
example({
  route: 'GET /cgi-bin/externalcontact/list',
  options: { query: { userid: 'u-1' } },
  answer: { external_userid: ['wm-1', 'wm-2'] },
})
example({
  route: 'POST /cgi-bin/wedoc/smartsheet/get_records',
  options: { json: { docid: 'd', sheet_id: 's', sort: [{ field_title: 'Due', desc: true }], limit: 50 } },
  answer: {
    total: 1,
    has_more: false,
    next: 1,
    ver: 3,
    records: [
      {
        record_id: 'r1',
        create_time: '1700000000000',
        update_time: '1700000000000',
        creator_name: 'Ada',
        updater_name: 'Ada',
        values: { Due: [{ type: 'text', text: 'x' }], N: 4 },
      },
    ],
  },
})
example({
  route: 'POST /cgi-bin/checkin/getcheckindata',
  options: {
    json: {
      opencheckindatatype: 3,
      starttime: 1_700_000_000,
      endtime: 1_700_086_400,
      useridlist: ['u-1'],
    },
  },
  // @ts-expect-error seconds, not a text
  answer: { checkindata: [{ checkin_time: 'x' }] },
})
example({
  route: 'GET /cgi-bin/department/list',
  options: { query: { id: 1 } },
  answer: { department: [{ id: 1, name: 'Root', parentid: 0, order: 1, department_leader: ['u-1'] }] },
})
example({
  route: 'GET /cgi-bin/externalcontact/list',
  options: { query: { userid: 'u-1' } },
  // @ts-expect-error a list
  answer: { external_userid: 'wm-1' },
})
