/**
 * Which code the error table has for a parameter that is missing, by its name; by path and name where one name means
 * several things. Everything else is 40063, "required parameter missing".
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
const missing: ReadonlyMap<string, number> = new Map([
  ['corpid', 41002],
  ['corpsecret', 41004],
  ['media_id', 41006],
  ['code', 41008],
  ['userid', 41009],
  ['url', 41010],
  ['agentid', 41011],
  ['title', 41016],
  ['tagid', 41017],
  ['tagname', 41018],
  ['description', 41033],
  ['external_userid', 41035],
  ['config_id', 41043],
  ['welcome_code', 41049],
  ['moment_id', 41059],
  ['open_kfid', 60251],
  ['payment_id', 60235],
  ['trade_no', 60236],
  ['tfa_code', 40207],
  ['user_ticket', 84090],
  ['callee_userid', 84053],
  ['chatid', 86201],
  ['/cgi-bin/user/simplelist department_id', 40066],
  ['/cgi-bin/user/list department_id', 40066],
  ['/cgi-bin/department/get id', 60003],
  ['/cgi-bin/department/update id', 60003],
  ['/cgi-bin/department/delete id', 60003],
  ['/cgi-bin/department/create name', 60001],
  ['/cgi-bin/department/create parentid', 60004],
  ['/cgi-bin/user/create name', 60112],
  ['/cgi-bin/user/list_member_auth department_id', 40066],
  ['/cgi-bin/batch/openuserid_to_userid open_userid_list', 40035],
  ['/cgi-bin/batch/openuserid_to_userid source_agentid', 40035],
  ['/cgi-bin/appchat/create userlist', 86204],
  ['/cgi-bin/externalcontact/add_contact_way type', 41037],
  ['/cgi-bin/externalcontact/add_contact_way scene', 41038],
  ['/cgi-bin/externalcontact/get_groupmsg_task msgid', 41046],
  ['/cgi-bin/externalcontact/get_groupmsg_send_result msgid', 41046],
  ['/cgi-bin/message/send content', 44004],
  ['/cgi-bin/appchat/send content', 44004],
  ['/cgi-bin/webhook/send content', 44004],
  ['/cgi-bin/message/send msgtype', 40008],
  ['/cgi-bin/appchat/send msgtype', 40008],
  ['/cgi-bin/webhook/send msgtype', 40008],
  ['/cgi-bin/media/upload type', 40004],
])

/** The code for a missing parameter; `name` is the last part of where it belongs. */
export function missingCode(path: string, name: string): number {
  return missing.get(`${path} ${name}`) ?? missing.get(name) ?? 40063
}

/** Which code the error table has for a parameter of the wrong type. Everything else is 40058. */
const wrong: ReadonlyMap<string, number> = new Map([
  ['agentid', 40056],
  ['open_userid_list', 40035],
  ['tagid', 40068],
  ['department_id', 60003],
  ['/cgi-bin/department/get id', 60003],
  ['/cgi-bin/department/list id', 60003],
  ['/cgi-bin/department/simplelist id', 60003],
  ['/cgi-bin/department/delete id', 60003],
])

/** The code for a parameter that is there and cannot be read. */
export function wrongCode(path: string, name: string): number {
  return wrong.get(`${path} ${name}`) ?? wrong.get(name) ?? 40058
}
