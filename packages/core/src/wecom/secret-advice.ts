/**
 * WeCom's own apps whose paths a corp's app may call once it is on their list, by the paths they own. The first that
 * fits counts.
 */
const systemApps: readonly (readonly [paths: RegExp, app: string])[] = [
  [/^oa\/(?:applyevent|approval|get|vacation)/, '审批'],
  [/^oa\/journal\//, '汇报'],
  [/^oa\/meetingroom\//, '会议室'],
  [/^(?:checkin|hardware)\//, '打卡'],
  [/^(?:school|health)\//, '家校应用'],
  [/^externalcontact\//, '客户联系'],
  [/^media\/upload_attachment$/, '客户联系'],
  [/^kf\//, '微信客服'],
  [/^corpgroup\//, '上下游'],
  [/^dial\//, '公费电话'],
  [/^living\//, '直播'],
  [/^(?:externalpay|miniapppay)\//, '对外收款'],
  [/^pstncc\//, '紧急通知'],
  [/^report\//, '政民沟通'],
  [/^security\//, '安全管理'],
]

/** The app of WeCom's whose list of callers a path belongs to; undefined for paths that any app may call. */
export function systemAppOf(path: string): string | undefined {
  const bare = path.replace('/cgi-bin/', '')
  return systemApps.find(([paths]) => paths.test(bare))?.[1]
}

/** What to do when a secret may not call a path of one of WeCom's apps; undefined where that is not the reason. */
export function secretAdvice(errcode: number, path: string): string | undefined {
  const app = errcode === 48002 || errcode === 301055 ? systemAppOf(path) : undefined
  if (app === undefined) return undefined
  return `Put your app on the list 可调用接口的应用 of ${app} and call with your app's secret; for corps made since 2023-12-01 the own secret of ${app} opens nothing.`
}
