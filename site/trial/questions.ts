/** What a newcomer wants to know, as it is typed into the search, and the page that answers it. */
export interface Question {
  readonly asks: string
  readonly en: string
  readonly zh: string
  /** Address of the page below a language, with its heading in each language where a page answers more than that. */
  readonly page: string
  readonly heading?: { readonly en: string; readonly zh: string }
}

const heading = (en: string, zh = en) => ({ en, zh })

/** The questions of newcomers. Search and sidebar must lead to each answer, in both languages. */
export const questions: readonly Question[] = [
  { asks: 'secret', en: 'which secret', zh: '哪个 secret', page: '/guides/secrets' },
  { asks: 'agentId', en: 'AgentId', zh: 'AgentId', page: '/start/admin-console' },
  {
    asks: 'http baseUrl',
    en: 'http baseUrl',
    zh: 'baseUrl http',
    page: '/sso/setup-mistakes',
    heading: heading('wecom_setup_insecure_base_url'),
  },
  {
    asks: 'trusted domain',
    en: 'trusted domain',
    zh: '可信域名',
    page: '/start/admin-console',
    heading: heading('trusted-domain-and-trusted-ip-addresses', '可信域名与可信-ip'),
  },
  {
    asks: 'IP',
    en: '企业可信IP',
    zh: '可信IP',
    page: '/start/admin-console',
    heading: heading('trusted-domain-and-trusted-ip-addresses', '可信域名与可信-ip'),
  },
  {
    asks: 'cookies',
    en: 'cookies blocked',
    zh: 'cookie 没有带回',
    page: '/sso/errors',
    heading: heading('wecom_cookies_blocked'),
  },
  {
    asks: 'local user',
    en: 'local user',
    zh: '本地用户',
    page: '/sso/hooks',
    heading: heading('find-or-create-the-local-user', '查找或创建本地用户'),
  },
  {
    asks: 'JWT',
    en: 'JWT',
    zh: 'JWT',
    page: '/sso/hooks',
    heading: heading('issue-your-own-jwt', '签发自己的-jwt'),
  },
  { asks: 'NestJS', en: 'NestJS', zh: 'NestJS', page: '/start/existing-servers', heading: heading('nestjs') },
  { asks: 'Jest', en: 'Jest', zh: 'Jest', page: '/guides/testing', heading: heading('jest-30') },
  {
    asks: 'CommonJS',
    en: 'CommonJS',
    zh: 'CommonJS',
    page: '/start/existing-servers',
    heading: heading('commonjs'),
  },
  { asks: 'several corps', en: 'several corps', zh: '多个企业', page: '/production/several-corps' },
  {
    asks: 'prefix',
    en: 'prefix',
    zh: '路径前缀',
    page: '/production/checklist',
    heading: heading('reverse-proxies-and-path-prefixes', '反向代理与路径前缀'),
  },
  {
    asks: 'Redis down',
    en: 'Redis away',
    zh: 'Redis 不可用',
    page: '/production/several-processes',
    heading: heading('when-redis-is-away', 'redis-不可用时'),
  },
  { asks: 'leaver', en: 'member who left', zh: '离职', page: '/sso/leavers' },
  {
    asks: 'shared PC',
    en: 'shared computer',
    zh: '公用电脑',
    page: '/sso/leavers',
    heading: heading('shared-computers-and-phones', '公用电脑和手机'),
  },
  {
    asks: 'private deployment',
    en: 'private deployment',
    zh: '私有化部署',
    page: '/production/private-deployment',
  },
  {
    asks: 'proxy',
    en: 'forward proxy',
    zh: '正向代理',
    page: '/production/private-deployment',
    heading: heading('a-forward-proxy', '正向代理'),
  },
  { asks: 'single sign-on', en: 'single sign-on', zh: '单点登录', page: '/sso/how-a-sign-in-works' },
  { asks: 'silent sign-in', en: 'sign-in silent', zh: '免登', page: '/sso/how-a-sign-in-works' },
  { asks: 'multi-tenant', en: 'multi-tenant', zh: '多租户', page: '/production/several-corps' },
  {
    asks: 'CORS',
    en: 'CORS',
    zh: '跨域',
    page: '/sso/front-ends',
    heading: heading('a-page-on-another-origin-or-port-cors', '另一个源或端口上的页面跨域'),
  },
  { asks: 'rate limit', en: 'rate limit', zh: '限流', page: '/errors', heading: heading('45009') },
  { asks: '50001', en: '50001', zh: '50001', page: '/errors', heading: heading('50001') },
  { asks: '40029', en: '40029', zh: '40029', page: '/errors', heading: heading('40029') },
]
