import type { Examination } from '../examination.ts'
import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import { askHost, type HostAnswer } from './ask-host.ts'

/**
 * The file with which WeCom checks who owns the trusted domain, at the root of the domain.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90487
 */
export async function checkDomainFile({ settings, address: base }: Examination): Promise<Diagnosis> {
  const setting = settings.domainVerification
  if (setting === undefined)
    return skipped('WECOM_DOMAIN_VERIFICATION is not set.', '未设置 WECOM_DOMAIN_VERIFICATION。')
  const [, name, content] = /^([\w.-]+\.txt)=(\S+)$/.exec(setting) ?? []
  if (name === undefined || content === undefined) return wrongSetting()
  if (base === undefined) return skipped('See public-address.', '见 public-address 一项。')
  const address = new URL(`/${name}`, base).href
  const answer = await askHost(address)
  if (answer.reached && answer.response.status === 200 && answer.text.trim() === content)
    return fine(`${address} answers the file.`, `${address} 能取到校验文件。`)
  return broken(
    {
      en: `${address} ${inEnglish(answer)}, so WeCom does not accept the domain.`,
      zh: `${address} ${inChinese(answer)}，企业微信不会认可这个域名。`,
    },
    {
      en: 'It must answer 200 with exactly the content, at the root of the domain, without a redirect or a sign-in: mount wecomDomainVerification() before everything else, and let the proxy pass the path on.',
      zh: '必须在域名根目录以 200 原样返回内容，不能跳转，也不能要求登录：把 wecomDomainVerification() 挂在最前面，并让反向代理转发这个路径。',
    },
  )
}

function inEnglish(answer: HostAnswer): string {
  if (!answer.reached) return `does not answer (${answer.reason})`
  const { status } = answer.response
  return status === 200 ? 'answers other content than WECOM_DOMAIN_VERIFICATION says' : `answers ${status}`
}

function inChinese(answer: HostAnswer): string {
  if (!answer.reached) return `没有应答（${answer.reason}）`
  const { status } = answer.response
  return status === 200 ? '返回的内容与 WECOM_DOMAIN_VERIFICATION 不同' : `返回了 ${status}`
}

function wrongSetting(): Diagnosis {
  return broken(
    {
      en: 'WECOM_DOMAIN_VERIFICATION does not look like WW_verify_x.txt=content.',
      zh: 'WECOM_DOMAIN_VERIFICATION 的格式不是 WW_verify_x.txt=内容。',
    },
    {
      en: 'Download the file under 可信域名 → 申请校验域名; its name and its content make the setting.',
      zh: '在“可信域名 → 申请校验域名”下载文件，用文件名和文件内容拼成这个设置。',
    },
  )
}
