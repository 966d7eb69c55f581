import type { CallbackBase } from './fields.ts'

/** What every event of an app carries. */
export interface AppEventBase extends CallbackBase {
  /** WeCom's `Event`; the same as `type` where that is WeCom's name. */
  event: string
  /** WeCom's `EventKey`: the key of a button, the address of a menu's link. */
  eventKey?: string
}

/** A member may use the app from now on, may no longer, or opened it. */
export interface MemberEvent extends AppEventBase {
  type: 'subscribe' | 'unsubscribe' | 'enter_agent'
}

/** A member tapped a menu: a button (`eventKey` is its key), a link (its address) or a mini program (its page). */
export interface MenuEvent extends AppEventBase {
  type: 'click' | 'view' | 'view_miniprogram'
  eventKey: string
}

/** A member scanned a code from a menu. */
export interface ScanEvent extends AppEventBase {
  type: 'scancode_push' | 'scancode_waitmsg'
  eventKey: string
  /** Such as `qrcode`. */
  scanType: string
  scanResult: string
}

/** A member sent pictures from a menu; each follows as a message. */
export interface PictureEvent extends AppEventBase {
  type: 'pic_sysphoto' | 'pic_photo_or_album' | 'pic_weixin'
  eventKey: string
  /** MD5 of each picture. */
  pictureDigests: string[]
}

/** A member chose a place from a menu. */
export interface PlaceEvent extends AppEventBase {
  type: 'location_select'
  eventKey: string
  latitude: number
  longitude: number
  label: string
  /** Name of the place in WeChat's map. */
  placeName?: string
}

/** Where a member is, from an app that may know. */
export interface PositionEvent extends AppEventBase {
  type: 'LOCATION'
  latitude: number
  longitude: number
  /** Metres. */
  precision?: number
}

/** A batch job ended; `batches.result(jobId)` tells what became of it. */
export interface BatchJobEvent extends AppEventBase {
  type: 'batch_job_result'
  jobId: string
  /** `sync_user`, `replace_user`, `invite_user`, `replace_party` or a later one. */
  jobType: string
  errcode: number
  errmsg: string
}

/** What a member chose on a card. */
export interface CardChoice {
  questionKey: string
  optionIds: string[]
}

/**
 * A member tapped a button of a template card, or an entry of its menu. `messages.updateTemplateCard` answers with the
 * `responseCode`.
 */
export interface TemplateCardEvent extends AppEventBase {
  type: 'template_card_event' | 'template_card_menu_event'
  /** Key of the button or entry. */
  eventKey: string
  taskId: string
  /** `text_notice`, `news_notice`, `button_interaction`, `vote_interaction`, `multiple_interaction`. */
  cardType: string
  /** Works once, for 72 hours: it lets its holder change the card. */
  responseCode: string
  /** What was chosen; empty for buttons and menus. */
  choices: CardChoice[]
}

/** An approval that the app itself began (自建应用审批) changed its state. */
export interface OpenApprovalEvent extends AppEventBase {
  type: 'open_approval_change'
  /** The number the app gave it. */
  approvalId: string
  name: string
  templateId: string
  /** 1 under way, 2 approved, 3 refused, 4 withdrawn. */
  status: number
  /** Seconds since 1970. */
  appliedAt?: number
  applicantId: string
  applicantName: string
}

/** An approval of WeCom's own app (审批) changed its state; oa/getapprovaldetail tells the rest. */
export interface ApprovalEvent extends AppEventBase {
  type: 'sys_approval_change'
  /** `sp_no` of the calls. */
  approvalId: string
  name: string
  templateId: string
  /** 1 under way, 2 approved, 3 refused, 4 withdrawn, 6 withdrawn after approval, 7 deleted, 10 paid. */
  status: number
  /** Seconds since 1970. */
  appliedAt?: number
  applicantId: string
  applicantDepartmentId?: number
  /** What happened: 1 sent, 2 approved, 3 refused, 4 passed on, 5 reminded, 6 withdrawn, 8 withdrawn later, 10 comment. */
  change?: number
}

/** What apps a linked corp, or a corp up or down the chain, shares changed; corpgroup calls tell which. */
export interface ShareEvent extends AppEventBase {
  type: 'share_agent_change' | 'share_chain_change'
}

/** The app will be stopped (`inactive_alert`) or lose customers' data (`low_active_alert`) because few use it. */
export interface InactivityAlertEvent extends AppEventBase {
  type: 'inactive_alert' | 'low_active_alert'
  /** Seconds since 1970. */
  effectiveAt?: number
}

/** The app was stopped for lack of use (calls answer 48006), restarted, restricted, or is free again. */
export interface InactivityEvent extends AppEventBase {
  type: 'close_inactive_agent' | 'reopen_inactive_agent' | 'low_active' | 'active_restored'
}

/** Customers wrote to a service account, or something happened there: kf/sync_msg with `token` tells what. */
export interface ServiceEvent extends AppEventBase {
  type: 'kf_msg_or_event'
  /** For kf/sync_msg, 10 minutes: with it the call is not limited. */
  token: string
  openKfId: string
}

/**
 * What happens to an app.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90240
 */
export type AppEvent =
  | MemberEvent
  | MenuEvent
  | ScanEvent
  | PictureEvent
  | PlaceEvent
  | PositionEvent
  | BatchJobEvent
  | TemplateCardEvent
  | OpenApprovalEvent
  | ApprovalEvent
  | ShareEvent
  | InactivityAlertEvent
  | InactivityEvent
  | ServiceEvent
