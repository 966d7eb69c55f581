/**
 * What to do about an errcode, in one or two sentences, for the codes people meet; undefined for the others. Names of
 * the admin console's menus are left in Chinese, as they appear on the screen.
 */
export function adviceFor(errcode: number): string | undefined {
  return advice.get(errcode)
}

const trustedIp =
  'Add the address the error names (fromIp) to the app under 应用管理 → the app → 企业可信IP; it works about a minute later.'
const visibleRange =
  'Add the member, department or tag to the app under 应用管理 → the app → 可见范围, or treat it as hidden from this app.'
const oneTimeCode =
  'A login code works once and for 5 minutes. Start the login again; if a page exchanges codes on reload or Back, redirect to a clean URL after the first exchange.'
const noSuchMember =
  "Check the userid: it is the account (账号) in the admin console, not the name or mobile. A member who left, or who is outside the app's 可见范围, looks the same."
const noSuchDepartment =
  "Read the ids with departments.simpleList(); the root department is 1. A department that was deleted, or is outside the app's 可见范围, looks the same."
const staleToken =
  'A token was refused although it was fetched by this client, which has already fetched another and tried again. Look for a token of another app or corp in the same store key, or for an app that was disabled.'
const disabledApp = 'Enable the app in the admin console under 应用管理, or stop calling with its secret.'

const advice: ReadonlyMap<number, string> = new Map([
  [-1, 'WeCom is busy and its documents ask for at most 3 tries. Try again in a few seconds.'],
  [
    6000,
    'Two writers changed the same record at once. Try again shortly, and write one record from one place.',
  ],
  [
    40001,
    'Copy the Secret again (应用管理 → the app → Secret, or 管理工具 → 通讯录同步) and check that it belongs to this corpId and that the app is enabled. Refreshing the token does not help, and repeated wrong secrets get the whole IP barred for an hour.',
  ],
  [40003, noSuchMember],
  [40013, 'Copy the CorpID again from 我的企业 → 企业信息 → 企业ID.'],
  [40014, staleToken],
  [40029, oneTimeCode],
  [40056, 'agentId is the number shown as AgentId under 应用管理 → the app, of an app in this corp.'],
  [
    40058,
    'The request itself is wrong: compare its fields, lengths and HTTP method with the document of the API.',
  ],
  [40068, 'Read the tag ids with tags.list(): only tags the app may see are listed.'],
  [40091, 'The secret is not accepted, it may be of another corp. Copy it again together with the CorpID.'],
  [
    40093,
    'Sign the URL of the current page without its # part, with timestamp in seconds and the ticket of the same app; wx.config takes the corp ticket, wx.agentConfig the app ticket.',
  ],
  [
    41001,
    'The access_token belongs in the query string; headers and bodies are ignored. Call through this client instead of building the URL.',
  ],
  [41002, 'Set the client option corpId.'],
  [41004, 'Set the client option secret; if it is a function, it answered an empty string.'],
  [42001, staleToken],
  [42003, oneTimeCode],
  [42022, oneTimeCode],
  [
    45009,
    'Too many calls of this API in its window (a minute, an hour, a day or a month, WeCom does not say which). Wait, cache reads in a Directory, and give the client a limiter.',
  ],
  [45011, 'Too many calls. Wait, and give the client a limiter.'],
  [45029, 'The answer would be too large: read department by department instead of a whole subtree.'],
  [45031, 'WeCom considers the secret weak. Reset it under 应用管理 → the app → Secret.'],
  [45033, 'Too many calls of this API at the same moment. Lower the client option maxConcurrency.'],
  [
    46004,
    'No member has this mobile or e-mail in the part of the contacts the app sees. Do not probe: too many misses block the API for a day.',
  ],
  [
    48001,
    'The app lacks permission for this API; the owner of the app has to grant it in the admin console.',
  ],
  [
    48002,
    'This kind of secret may not call this API: list_id and writing contacts need the contacts-sync secret (管理工具 → 通讯录同步), messages and logins the secret of a self-built app.',
  ],
  [
    48009,
    'Since 2022-08-15 the contacts-sync secret cannot read member details from an IP that is new to it. Read with the secret of a self-built app; use contacts-sync for list_id and writes.',
  ],
  [
    50001,
    'Register the host and port of redirectUri under 应用管理 → the app → 网页授权及JS-SDK → 可信域名 (exact, without wildcard), and exchange the code with the secret of the same app that built the login link.',
  ],
  [50002, visibleRange],
  [50003, disabledApp],
  [50006, disabledApp],
  [50100, 'Start the listing again without a cursor: cursors are opaque and end.'],
  [60003, noSuchDepartment],
  [60011, visibleRange],
  [60020, `${trustedIp} Without it every call from this server fails.`],
  [60021, visibleRange],
  [60030, visibleRange],
  [60031, disabledApp],
  [60111, noSuchMember],
  [60123, noSuchDepartment],
  [
    81013,
    "Every recipient is unknown or outside the app's 可见范围. Check touser, toparty and totag, which are joined by |.",
  ],
  [82001, 'Give at least one of touser, toparty and totag; all were empty.'],
  [
    84014,
    'A user_ticket lives 1800 seconds. Send the member through the login with scope snsapi_privateinfo again.',
  ],
  [
    84015,
    'Use the user_ticket exactly as getUserInfo answered it, with the secret of the same app. Web login never yields one.',
  ],
  [92000, visibleRange],
  [
    92001,
    'Tick the fields under 应用管理 → the app → 成员敏感信息, then log in with scope snsapi_privateinfo.',
  ],
  [
    301002,
    'agentid and secret are of two different apps. Take both from the same page under 应用管理 → the app.',
  ],
  [301007, 'The corp was dissolved or banned; only its administrator can settle that with WeCom.'],
  [701099, 'The member has no API licence (接口许可); it is bought in the service-provider console.'],
  [
    48006,
    'The app was idle for months and WeCom took its permission back: an administrator opens it under 应用管理 → the app and switches it on again.',
  ],
  [
    48010,
    'The connection uses TLS below 1.2. Look at the proxy or gateway between this server and WeCom: Node itself speaks TLS 1.3.',
  ],
  [
    40007,
    'Upload the file again: a temporary media_id lives 3 days and belongs to the app that uploaded it.',
  ],
  [
    45002,
    'A text holds 2048 bytes, about 680 Chinese characters; what is longer is cut or refused. Send it in parts, or as markdown or a card with a link.',
  ],
  [830002, "Above 20 MB a file is given in pieces only: ask with range: 'bytes=0-8388607' and so on."],
  [
    93000,
    "The key of the group robot is wrong, or the robot was removed from its group: copy the webhook address again from the group's settings.",
  ],
  [
    40063,
    'A parameter is missing. Often the HTTP method is the wrong one, or the body is no JSON: give parameters of a POST as json.',
  ],
  [
    40031,
    "Some userid in the list is misspelt or outside the app's 可见范围. Read members one by one to find it; one bad id refuses the whole list.",
  ],
  [
    60102,
    'A member with this userid exists already; userids are compared without case. Update that member instead.',
  ],
  [
    60104,
    'Another member has this mobile, perhaps one that is disabled or not activated. Find them with users.idByMobile().',
  ],
  [60129, 'Give mobile or email: a member without both cannot be invited.'],
  [60005, 'Move or delete the members of the department first: only an empty department can be deleted.'],
  [
    45024,
    'The corp has as many members as it may. Delete members who left, or let the administrator apply for more under 我的企业.',
  ],
])
