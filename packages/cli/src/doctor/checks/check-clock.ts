import { broken, type Diagnosis, fine, skipped } from '../finding.ts'
import type { HostAnswer } from './ask-host.ts'

/** The replay window of callbacks is five minutes, and a second is lost to rounding and the way. */
const toleratedMs = 60_000

/** This machine's clock against the Date header of WeCom's API. */
export function checkClock(answer: HostAnswer | undefined, now: number): Diagnosis {
  const header = answer?.reached === true ? answer.response.headers.get('date') : null
  const theirs = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(theirs)) return skipped('WeCom did not say what time it is.', '没有拿到企业微信的时间。')
  const seconds = Math.round((now - theirs) / 1000)
  if (Math.abs(now - theirs) <= toleratedMs)
    return fine('The clock agrees with WeCom.', '时钟与企业微信一致。')
  const [en, zh] = seconds > 0 ? ['ahead of', '快'] : ['behind', '慢']
  return broken(
    {
      en: `This machine's clock is ${Math.abs(seconds)} s ${en} WeCom's: callbacks are refused as too old, JS-SDK signatures and sessions end at the wrong time.`,
      zh: `本机时钟比企业微信${zh} ${Math.abs(seconds)} 秒：回调会被当作过期拒绝，JS-SDK 签名和会话的有效期也会出错。`,
    },
    {
      en: 'Switch time synchronisation on: timedatectl set-ntp true.',
      zh: '打开时间同步：timedatectl set-ntp true。',
    },
  )
}
