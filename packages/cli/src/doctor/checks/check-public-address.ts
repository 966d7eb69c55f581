import type { Words } from '../../words.ts'
import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, doubtful, fine, skipped } from '../finding.ts'
import { askHost } from './ask-host.ts'
import { isLoopback } from './is-loopback.ts'

/** More than nginx takes in one header line by default would be 8 kB; cookies of a session come near half of it. */
const cookieBytes = 6_000

/** The public address as a browser meets it: https, the host in the login link, Secure cookies, room for cookies. */
export async function checkPublicAddress({
  settings,
  baseUrl,
  address: url,
}: Examination): Promise<Diagnosis> {
  if (url === undefined) return noAddress()
  if (url.protocol === 'http:' && !isLoopback(baseUrl)) return plainHttp()
  const login = new URL(`${baseUrl.replace(/\/$/, '')}/wecom/login?mode=web`).href
  const answer = await askHost(login, { headers: { accept: 'text/html' } })
  if (!answer.reached)
    return settings.baseUrl === undefined ? notRunning(baseUrl) : unreachable(baseUrl, answer.reason)
  const { headers, status } = answer.response
  const link = headers.get('location')
  if (link === null || status >= 400) return noLogin(login, status)
  const back = URL.parse(URL.parse(link)?.searchParams.get('redirect_uri') ?? '')
  if (back !== null && back.host !== url.host) return otherHost(url.host, back.host)
  if (back !== null && back.protocol !== url.protocol) return otherHost(url.origin, back.origin)
  const insecure = headers.getSetCookie().some((line) => !/;\s*secure/i.test(line))
  if (url.protocol === 'https:' && insecure) return insecureCookies()
  const crowded = await askHost(login, { headers: { cookie: `doctor=${'x'.repeat(cookieBytes)}` } })
  if (!crowded.reached || crowded.response.status >= 400) return smallBuffers()
  return fine(
    `${baseUrl} begins a sign-in and comes back to itself.`,
    `${baseUrl} 能发起登录，登录后回到本站。`,
  )
}

function notRunning(baseUrl: string): Diagnosis {
  return skipped(
    `BASE_URL is not set and nothing runs at ${baseUrl}: start your server and ask again.`,
    `未设置 BASE_URL，${baseUrl} 上也没有服务：启动服务器后再检查一次。`,
  )
}

function noAddress(): Diagnosis {
  return broken(
    {
      en: 'BASE_URL is not an http or https address of a host and a path alone, so the server does not start.',
      zh: 'BASE_URL 不是只含域名和路径的 http 或 https 地址，服务器无法启动。',
    },
    {
      en: 'Write it as https://oa.example.com, with the path if there is one.',
      zh: '写成 https://oa.example.com，有路径前缀就带上。',
    },
  )
}

function plainHttp(): Diagnosis {
  return broken(
    {
      en: 'BASE_URL begins with http://: codes and session cookies go over the network in the clear, and Secure cookies are not kept.',
      zh: 'BASE_URL 以 http:// 开头：登录 code 和会话 Cookie 以明文传输，Secure Cookie 也不会被浏览器保存。',
    },
    {
      en: 'Put a proxy with a certificate in front and use its https address.',
      zh: '在前面放一个有证书的反向代理，并使用它的 https 地址。',
    },
  )
}

const passOn: Words = {
  en: 'In nginx: proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme; and set baseUrl in the server to BASE_URL.',
  zh: 'nginx 里写：proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme; 并在服务器里把 baseUrl 设为 BASE_URL。',
}

function unreachable(baseUrl: string, reason: string): Diagnosis {
  return broken(
    { en: `${baseUrl} does not answer (${reason}).`, zh: `${baseUrl} 没有应答（${reason}）。` },
    {
      en: 'Start the server, and check DNS, port and certificate of the address.',
      zh: '启动服务器，并检查该地址的 DNS、端口和证书。',
    },
  )
}

function noLogin(login: string, status: number): Diagnosis {
  return broken(
    {
      en: `${login} answers ${status} and no way to WeCom, so nobody can sign in there.`,
      zh: `${login} 返回 ${status}，没有跳转到企业微信，因此无法登录。`,
    },
    {
      en: 'wecomSSO() must be mounted, and a proxy that strips or adds a path must agree with the path of baseUrl.',
      zh: '需要挂载 wecomSSO()；如果反向代理会去掉或加上路径前缀，要与 baseUrl 里的路径一致。',
    },
  )
}

function otherHost(ours: string, theirs: string): Diagnosis {
  return broken(
    {
      en: `Asked at ${ours}, the server sends visitors back to ${theirs}: the cookie of the sign-in is not there, or WeCom refuses the address.`,
      zh: `访问 ${ours} 时，服务器让访客回到 ${theirs}：那里没有登录用的 Cookie，或者企业微信不认可该地址。`,
    },
    passOn,
  )
}

function insecureCookies(): Diagnosis {
  return broken(
    {
      en: 'Cookies of an https address are set without Secure: the server thinks it is asked over plain http.',
      zh: 'https 地址下发的 Cookie 没有 Secure：服务器以为自己是被 http 访问的。',
    },
    passOn,
  )
}

function smallBuffers(): Diagnosis {
  return doubtful(
    {
      en: `A request with ${cookieBytes} bytes of cookies is refused on the way: sessions with data will fail there.`,
      zh: `带 ${cookieBytes} 字节 Cookie 的请求在途中被拒绝：会话里数据较多时会失败。`,
    },
    {
      en: 'In nginx: large_client_header_buffers 4 16k; proxy_buffer_size 16k; proxy_buffers 8 16k.',
      zh: 'nginx 里写：large_client_header_buffers 4 16k; proxy_buffer_size 16k; proxy_buffers 8 16k。',
    },
  )
}
