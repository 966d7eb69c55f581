/** One line of a menu: a reply, a link, a mini program or a text. */
export type KfMenuItem =
  | { type: 'click'; click: { id?: string | undefined; content: string } }
  | { type: 'view'; view: { url: string; content: string } }
  | { type: 'miniprogram'; miniprogram: { appid: string; pagepath: string; content: string } }
  | { type: 'text'; text: { content: string; no_newline?: boolean | number | undefined } }

/** A menu: texts above and below, and lines a customer can tap. */
export interface KfMenu {
  head_content?: string | undefined
  /** At most 50. */
  list: readonly KfMenuItem[]
  tail_content?: string | undefined
}

/**
 * What kf/send_msg sends, discriminated by `msgtype`: at most 5 messages within 48 hours of the customer's last.
 *
 * @see https://developer.work.weixin.qq.com/document/path/94677
 */
export type KfSend = {
  /** The customer's external_userid. */
  touser: string
  open_kfid: string
  /** One of your own, at most 32 characters. */
  msgid?: string | undefined
} & (
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'voice'; voice: { media_id: string } }
  | { msgtype: 'video'; video: { media_id: string } }
  | { msgtype: 'file'; file: { media_id: string } }
  | {
      msgtype: 'link'
      link: { title: string; desc?: string | undefined; url: string; thumb_media_id: string }
    }
  | {
      msgtype: 'miniprogram'
      miniprogram: { appid: string; title?: string | undefined; thumb_media_id: string; pagepath: string }
    }
  | { msgtype: 'msgmenu'; msgmenu: KfMenu }
  | {
      msgtype: 'location'
      location: {
        name?: string | undefined
        address?: string | undefined
        latitude: number
        longitude: number
      }
    }
  | { msgtype: 'business_card'; business_card: { userid: string } }
  | { msgtype: 'ca_link'; ca_link: { link_url: string } }
)

/** What happened in a conversation, discriminated by `event_type`. */
export type KfEvent =
  | {
      event_type: 'enter_session'
      open_kfid: string
      external_userid: string
      scene?: string
      scene_param?: string
      /** Works once, for 20 seconds, with kf/send_msg_on_event. */
      welcome_code?: string
      wechat_channels?: { nickname?: string; shop_nickname?: string; scene: number }
    }
  | {
      event_type: 'msg_send_fail'
      open_kfid: string
      external_userid: string
      fail_msgid: string
      fail_type: number
    }
  | {
      event_type: 'servicer_status_change'
      open_kfid: string
      servicer_userid: string
      /** 1 takes conversations, 2 does not. */
      status: number
      stop_type?: number
    }
  | {
      event_type: 'session_status_change'
      open_kfid: string
      external_userid: string
      /** 1 taken from the pool, 2 passed on, 3 ended, 4 taken again. */
      change_type: number
      old_servicer_userid?: string
      new_servicer_userid?: string
      msg_code?: string
    }
  | {
      event_type: 'user_recall_msg' | 'servicer_recall_msg'
      open_kfid: string
      external_userid: string
      recall_msgid: string
      servicer_userid?: string
    }
  | {
      event_type: 'reject_customer_msg_switch_change'
      open_kfid: string
      external_userid: string
      servicer_userid: string
      /** 1 refuses the customer's messages, 0 does not. */
      reject_switch: number
    }

/** What every message of a conversation has. */
interface KfFrame {
  msgid: string
  /** Absent for events, which have it inside. */
  open_kfid?: string
  external_userid?: string
  /** Seconds since 1970. */
  send_time: number | string
  /** 3 the customer, 4 WeCom, 5 somebody of the corp. */
  origin: 3 | 4 | 5 | (number & {})
  servicer_userid?: string
}

/**
 * One message of kf/sync_msg, discriminated by `msgtype`. WeCom adds kinds: read `default` as one you do not know.
 *
 * @see https://developer.work.weixin.qq.com/document/path/94670
 */
export type KfMessage = KfFrame &
  (
    | { msgtype: 'text'; text: { content: string; menu_id?: string } }
    | { msgtype: 'image'; image: { media_id: string } }
    | { msgtype: 'voice'; voice: { media_id: string } }
    | { msgtype: 'video'; video: { media_id: string } }
    | { msgtype: 'file'; file: { media_id: string } }
    | {
        msgtype: 'location'
        location: { latitude: number; longitude: number; name: string; address?: string }
      }
    | { msgtype: 'link'; link: { title: string; desc?: string; url: string; pic_url: string } }
    | { msgtype: 'business_card'; business_card: { userid: string } }
    | {
        msgtype: 'miniprogram'
        miniprogram: { title: string; appid: string; pagepath: string; thumb_media_id: string }
      }
    | { msgtype: 'msgmenu'; msgmenu: KfMenu }
    | {
        msgtype: 'channels_shop_product'
        channels_shop_product: {
          product_id: string
          head_image?: string
          title: string
          sales_price: string
          shop_nickname: string
          shop_head_image?: string
        }
      }
    | {
        msgtype: 'channels_shop_order'
        channels_shop_order: {
          order_id: string
          product_titles: string
          price_wording: string
          state: string
          image_url: string
          shop_nickname: string
        }
      }
    | {
        msgtype: 'merged_msg'
        merged_msg: {
          title: string
          /** `msg_content` is JSON: one message as it would come alone. */
          item: { send_time: number; msgtype: string; sender_name: string; msg_content: string }[]
        }
      }
    | { msgtype: 'channels'; channels: { sub_type: number; nickname: string; title?: string } }
    | { msgtype: 'meeting' | 'calendar' | 'note' }
    | { msgtype: 'event'; event: KfEvent }
  )
