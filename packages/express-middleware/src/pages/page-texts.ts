import type { WecomSSOErrorCode } from '../errors/sso-error.ts'

/** Title and text of a page. */
export type PageText = readonly [title: string, text: string]

/** The words of one page in both languages, and whether signing in again, or as somebody else, can help. */
export interface PageWords {
  readonly zh: PageText
  readonly en: PageText
  readonly action: 'sign-in' | 'switch' | 'none'
}

/** What the visitor reads: what happened and what to do, without anything internal. */
export const pageTexts: Readonly<Partial<Record<WecomSSOErrorCode, PageWords>>> = {
  WECOM_LOGIN_REQUIRED: {
    zh: ['请先登录', '此页面需要登录后才能访问。'],
    en: ['Sign in first', 'This page is open to signed-in members only.'],
    action: 'sign-in',
  },
  WECOM_SIGNED_OUT: {
    zh: ['已退出登录', '你已退出。需要继续使用时，请重新登录。'],
    en: ['Signed out', 'You are signed out. Sign in again whenever you want to go on.'],
    action: 'sign-in',
  },
  WECOM_LOGIN_CANCELLED: {
    zh: ['登录已取消', '你在企业微信页面取消了登录。'],
    en: ['Sign-in cancelled', 'You cancelled the sign-in on the WeCom page.'],
    action: 'sign-in',
  },
  WECOM_FORBIDDEN: {
    zh: ['没有权限', '你已登录，但没有访问此页面的权限。如需开通，请联系管理员。'],
    en: [
      'No permission',
      'You are signed in, but you may not open this page. Ask an administrator for access.',
    ],
    action: 'switch',
  },
  WECOM_NOT_MEMBER: {
    zh: ['不是企业成员', '你使用的账号不属于本企业，无法登录。请使用企业成员账号。'],
    en: ['Not a member', 'This account does not belong to the company. Sign in with a member account.'],
    action: 'sign-in',
  },
  WECOM_LINKED_MEMBER: {
    zh: ['不支持互联企业成员', '你的账号属于互联企业，此应用未对互联企业开放。'],
    en: ['Linked company', 'Your account belongs to a linked company, and this app is not open to it.'],
    action: 'switch',
  },
  WECOM_NOT_VISIBLE: {
    zh: ['不在可见范围内', '你不在此应用的可见范围内，请联系管理员。'],
    en: ['Not in the visible range', 'This app is not visible to you. Ask an administrator to add you.'],
    action: 'switch',
  },
  WECOM_APP_DISABLED: {
    zh: ['应用已停用', '此应用已在企业微信管理后台停用，请联系管理员。'],
    en: ['App disabled', 'This app is disabled in the WeCom admin console. Ask an administrator.'],
    action: 'none',
  },
  WECOM_COOKIES_BLOCKED: {
    zh: [
      '浏览器没有保存 Cookie',
      '登录需要 Cookie。请允许本网站使用 Cookie，关闭无痕模式，并始终使用同一个网址打开本站。',
    ],
    en: [
      'Your browser did not keep our cookie',
      'Signing in needs cookies. Allow them for this site, leave private mode, and always open the site at the same address.',
    ],
    action: 'sign-in',
  },
  WECOM_CALLBACK_LOST: {
    zh: [
      '登录没有完成',
      '登录已多次发起，但企业微信带回的登录信息没有到达本网站。请重试；如仍有问题，请管理员检查本网站前面的代理或网关是否丢掉了网址里的参数。',
    ],
    en: [
      'The sign-in never arrived',
      'Sign-ins began several times, and what WeCom sends back never reached this site. Try again; if it stays so, an administrator has to check whether a proxy or gateway drops the parameters of the address.',
    ],
    action: 'sign-in',
  },
  WECOM_SESSION_NOT_KEPT: {
    zh: [
      '登录状态没有保存下来',
      '登录已成功，但浏览器没有保存登录状态。请允许 Cookie 后重试；如仍有问题，请联系管理员。',
    ],
    en: [
      'The session was not kept',
      'Signing in worked, but your browser did not keep the session. Allow cookies and try again, or ask an administrator.',
    ],
    action: 'sign-in',
  },
  WECOM_LOGIN_EXPIRED: {
    zh: ['登录超时', '登录等待时间过长，请重新登录。'],
    en: ['Sign-in expired', 'The sign-in took too long. Please sign in again.'],
    action: 'sign-in',
  },
  WECOM_CODE_INVALID: {
    zh: ['登录链接已失效', '登录授权码无效、已过期或已使用，请重新登录。'],
    en: [
      'Sign-in link no longer valid',
      'The login code is invalid, expired or already used. Please sign in again.',
    ],
    action: 'sign-in',
  },
  WECOM_STATE_MISSING: {
    zh: ['登录链接不完整', '此链接缺少登录信息，请重新登录。'],
    en: ['Incomplete sign-in link', 'This link lacks the information of a sign-in. Please sign in again.'],
    action: 'sign-in',
  },
  WECOM_STATE_INVALID: {
    zh: ['登录链接无效', '此链接不是由本网站发出的，请重新登录。'],
    en: ['Invalid sign-in link', 'This link does not come from this site. Please sign in again.'],
    action: 'sign-in',
  },
  WECOM_BAD_REQUEST: {
    zh: ['请求无效', '请求的参数不正确，请重新登录。'],
    en: ['Invalid request', 'The parameters of this request are wrong. Please sign in again.'],
    action: 'sign-in',
  },
  WECOM_HOST_NOT_ALLOWED: {
    zh: ['网址不正确', '请使用本网站的正式网址访问。'],
    en: ['Wrong address', 'Please open this site at its official address.'],
    action: 'none',
  },
  WECOM_CROSS_SITE: {
    zh: ['请求来自其他网站', '出于安全考虑，来自其他网站的退出请求已被拒绝。'],
    en: ['Request from another site', 'For your safety, signing out from another site is refused.'],
    action: 'none',
  },
  WECOM_APP_SETUP: {
    zh: ['应用配置有误', '企业微信拒绝了本服务器的请求，请管理员检查应用的可信域名、可信 IP 和 Secret。'],
    en: [
      'App not set up',
      'WeCom refuses this server. An administrator has to check trusted domain, trusted IP and secret.',
    ],
    action: 'none',
  },
  WECOM_UPSTREAM: {
    zh: ['企业微信暂时不可用', '企业微信没有正常响应，请稍后再试。'],
    en: ['WeCom is not available', 'WeCom did not answer properly. Please try again later.'],
    action: 'sign-in',
  },
  WECOM_UPSTREAM_TIMEOUT: {
    zh: ['企业微信响应超时', '企业微信没有及时响应，请稍后再试。'],
    en: ['WeCom did not answer', 'WeCom did not answer in time. Please try again later.'],
    action: 'sign-in',
  },
  WECOM_BUSY: {
    zh: ['登录人数过多', '现在登录的人太多，请稍后再试。'],
    en: ['Too many sign-ins', 'Too many people are signing in right now. Please try again in a moment.'],
    action: 'sign-in',
  },
  WECOM_STORE: {
    zh: ['服务暂时不可用', '登录服务暂时不可用，请稍后再试。'],
    en: [
      'Temporarily unavailable',
      'The sign-in service is not available right now. Please try again later.',
    ],
    action: 'none',
  },
}

/** For codes without words of their own. */
export const otherText: PageWords = {
  zh: ['出错了', '登录时发生错误，请稍后再试。'],
  en: ['Something went wrong', 'Signing in failed. Please try again later.'],
  action: 'none',
}

/** The page with a button to sign out, for a link that nobody can tell from another site's. */
export const signOutText: PageWords = {
  zh: ['退出登录？', '点击下面的按钮即可退出。'],
  en: ['Sign out?', 'Press the button to sign out.'],
  action: 'none',
}
