import { type Patch, patched } from '../shape/patched.ts'

/** A custom attribute of a member, in WeCom's form. */
export interface MemberAttribute {
  /** 0 text, 1 link, 2 mini program. */
  type: 0 | 1 | 2
  name: string
  text?: { value: string }
  web?: { url: string; title: string }
  miniprogram?: { appid: string; pagepath: string; title: string }
}

/** How a member appears to external contacts. */
export interface MemberExternalProfile {
  external_corp_name?: string
  wechat_channels?: { nickname: string; status?: number }
  external_attr?: MemberAttribute[]
}

/**
 * A member of the simulated corp, with WeCom's own field names.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90196
 */
export interface Member {
  userid: string
  name: string
  /** Ids of the departments the member belongs to. */
  department: readonly number[]
  /** Parallel to `department`, 0 to 2^32-1, larger comes first. */
  order: readonly number[]
  /** Parallel to `department`, 1 for a leader. */
  is_leader_in_dept: readonly number[]
  direct_leader: readonly string[]
  main_department: number
  position: string
  mobile: string
  /** "0" unknown, "1" male, "2" female. */
  gender: '0' | '1' | '2'
  email: string
  biz_mail: string
  avatar: string
  thumb_avatar: string
  qr_code: string
  address: string
  telephone: string
  alias: string
  english_name: string
  /** 1 active, 2 disabled, 4 not activated, 5 left. */
  status: 1 | 2 | 4 | 5
  extattr: { attrs: readonly MemberAttribute[] }
  external_position: string
  external_profile?: MemberExternalProfile
}

/** What a seed or an edit must say of a member; everything else has a plausible default. */
export type MemberInput = Pick<Member, 'userid' | 'name' | 'department'> &
  Patch<Omit<Member, 'userid' | 'name' | 'department'>>

/** Fills in what the input leaves out. Values derive from the userid, so the same input always makes the same member. */
export function createMember(input: MemberInput): Member {
  const { department, name, userid, ...rest } = input
  const usual: Member = {
    userid,
    name,
    department,
    order: department.map(() => 0),
    is_leader_in_dept: department.map(() => 0),
    direct_leader: [],
    main_department: department[0] ?? 1,
    position: '',
    mobile: '',
    gender: '0',
    email: '',
    biz_mail: '',
    avatar: `https://wework.qpic.example/avatar/${encodeURIComponent(userid)}/0`,
    thumb_avatar: `https://wework.qpic.example/avatar/${encodeURIComponent(userid)}/100`,
    qr_code: `https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=sim-${encodeURIComponent(userid)}`,
    address: '',
    telephone: '',
    alias: '',
    english_name: '',
    status: 1,
    extattr: { attrs: [] },
    external_position: '',
  }
  return patched(usual, rest)
}

/** WeCom compares userids without regard to case. */
export function useridKey(userid: string): string {
  return userid.toLowerCase()
}
