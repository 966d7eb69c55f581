import type { Words } from '../../words.ts'
import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, doubtful, fine } from '../finding.ts'
import type { HostAnswer } from './ask-host.ts'

/** DNS, proxy and TLS on the way to WeCom's hosts. */
export function checkNetwork(
  { environment }: Examination,
  answers: ReadonlyMap<string, HostAnswer>,
): Diagnosis {
  for (const [host, answer] of answers) {
    if (!answer.reached) return unreachable(host, answer.reason, environment)
    if (answer.response.status === 407) return proxyRefuses(host)
  }
  const hosts = [...answers.keys()].join(', ')
  if (ignoresProxy(environment))
    return doubtful(
      {
        en: `${hosts} can be reached, past the proxy that HTTPS_PROXY names: Node ignores the variable.`,
        zh: `${hosts} 可以访问，但没有经过 HTTPS_PROXY 指定的代理：Node 默认忽略这个变量。`,
      },
      useProxy,
    )
  return fine(`${hosts} can be reached.`, `${hosts} 可以访问。`)
}

const useProxy: Words = {
  en: 'Start Node with NODE_USE_ENV_PROXY=1, or remove the variable.',
  zh: '启动 Node 时设置 NODE_USE_ENV_PROXY=1，或去掉这个变量。',
}

function ignoresProxy(environment: Examination['environment']): boolean {
  const proxy = environment['HTTPS_PROXY'] ?? environment['https_proxy']
  return proxy !== undefined && proxy !== '' && environment['NODE_USE_ENV_PROXY'] !== '1'
}

function unreachable(host: string, reason: string, environment: Examination['environment']): Diagnosis {
  const message = {
    en: `${host} cannot be reached (${reason}), so nobody can sign in.`,
    zh: `无法访问 ${host}（${reason}），因此所有人都无法登录。`,
  }
  if (/CERT|SSL|TLS|ISSUER|SELF_SIGNED/.test(reason)) return broken(message, trustProxy)
  if (/ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL/.test(reason)) return broken(message, resolveName)
  return broken(message, ignoresProxy(environment) ? useProxy : openFirewall)
}

const trustProxy: Words = {
  en: 'Something on the way opens TLS with a certificate of its own. Give Node that authority with NODE_EXTRA_CA_CERTS=/path/ca.pem; do not switch the check off.',
  zh: '途中有设备用自己的证书解开了 TLS。用 NODE_EXTRA_CA_CERTS=/path/ca.pem 让 Node 信任该 CA，不要关闭证书校验。',
}
const resolveName: Words = {
  en: 'There is no such address. Check the spelling in WECOM_API_BASE_URL, WECOM_AUTHORIZE_BASE_URL and WECOM_LOGIN_BASE_URL, and the DNS of this machine.',
  zh: '没有这个地址。检查 WECOM_API_BASE_URL、WECOM_AUTHORIZE_BASE_URL、WECOM_LOGIN_BASE_URL 的拼写，以及本机的 DNS。',
}
const openFirewall: Words = {
  en: 'Let this machine open connections to that host in the firewall, or name the proxy in HTTPS_PROXY and start Node with NODE_USE_ENV_PROXY=1.',
  zh: '在防火墙上放行本机到该主机的连接；如需代理，设置 HTTPS_PROXY 并以 NODE_USE_ENV_PROXY=1 启动 Node。',
}

function proxyRefuses(host: string): Diagnosis {
  return broken(
    {
      en: `The proxy on the way to ${host} wants a password (407).`,
      zh: `通往 ${host} 的代理要求认证（407）。`,
    },
    {
      en: 'Write it as HTTPS_PROXY=http://user:password@proxy:port.',
      zh: '写成 HTTPS_PROXY=http://user:password@proxy:port。',
    },
  )
}
