import type { RobotCard, TemplateCard } from './template-card.ts'

export interface NewsArticle {
  /** Cut at 128 bytes. */
  title: string
  /** Cut at 512 bytes. */
  description?: string | undefined
  /** At most 2048 bytes, with its scheme. Needed unless `appid` and `pagepath` are given. */
  url?: string | undefined
  picurl?: string | undefined
  /** A mini program that opens instead of `url`. */
  appid?: string | undefined
  pagepath?: string | undefined
}

/** One article of an mpnews message, which WeCom keeps itself. */
export interface MpnewsArticle {
  /** Cut at 128 bytes. */
  title: string
  /** Of an uploaded image. */
  thumb_media_id: string
  /** At most 64 bytes. */
  author?: string | undefined
  content_source_url?: string | undefined
  /** HTML, at most 666 KB. */
  content: string
  /** Cut at 512 bytes. */
  digest?: string | undefined
}

export interface TextBody {
  msgtype: 'text'
  /** Cut at 2048 bytes. */
  text: { content: string }
}

/** An uploaded picture. */
export interface ImageBody {
  msgtype: 'image'
  image: { media_id: string }
}

/** An uploaded recording. */
export interface VoiceBody {
  msgtype: 'voice'
  voice: { media_id: string }
}

/** An uploaded video; the title is cut at 128 bytes, the description at 512. */
export interface VideoBody {
  msgtype: 'video'
  video: { media_id: string; title?: string | undefined; description?: string | undefined }
}

/** An uploaded file. */
export interface FileBody {
  msgtype: 'file'
  file: { media_id: string }
}

/** A card of texts with one link; the title is cut at 128 bytes, the description at 512. */
export interface TextcardBody {
  msgtype: 'textcard'
  textcard: { title: string; description: string; url: string; btntxt?: string | undefined }
}

/** Links with pictures, 1 to 8. */
export interface NewsBody {
  msgtype: 'news'
  news: { articles: readonly NewsArticle[] }
}

/** Articles that WeCom keeps, 1 to 8. */
export interface MpnewsBody {
  msgtype: 'mpnews'
  mpnews: { articles: readonly MpnewsArticle[] }
}

/** Markdown, at most 2048 bytes: more is refused, not cut. Only WeCom shows it, not WeChat. */
export interface MarkdownBody {
  msgtype: 'markdown'
  markdown: { content: string }
}

/** A notice of a mini program bound to the app. Cannot go to `@all`. */
export interface MiniprogramNoticeBody {
  msgtype: 'miniprogram_notice'
  miniprogram_notice: {
    appid: string
    page?: string | undefined
    /** 4 to 12 characters. */
    title: string
    /** 4 to 12 characters. */
    description?: string | undefined
    emphasis_first_item?: boolean | undefined
    /** At most 10; a key has at most 10 characters, a value 30. */
    content_item?: readonly { key: string; value: string }[] | undefined
  }
}

export interface TemplateCardBody {
  msgtype: 'template_card'
  template_card: TemplateCard
}

/** The body of an app's message, discriminated by `msgtype`: all eleven types. */
export type MessageBody =
  | TextBody
  | ImageBody
  | VoiceBody
  | VideoBody
  | FileBody
  | TextcardBody
  | NewsBody
  | MpnewsBody
  | MarkdownBody
  | MiniprogramNoticeBody
  | TemplateCardBody

/** Who a text mentions. */
export interface Mentions {
  /** Userids; `@all` is everybody. */
  mentioned_list?: readonly string[] | undefined
  /** By mobile number instead. */
  mentioned_mobile_list?: readonly string[] | undefined
}

/** The body of a message to a group chat that the app made, discriminated by `msgtype`. */
export type ChatBody =
  | { msgtype: 'text'; text: { content: string } & Mentions }
  | ImageBody
  | VoiceBody
  | VideoBody
  | FileBody
  | TextcardBody
  | NewsBody
  | MpnewsBody
  | { msgtype: 'markdown'; markdown: { content: string } & Mentions }

/** The body of a group robot's message, discriminated by `msgtype`. */
export type RobotBody =
  | { msgtype: 'text'; text: { content: string } & Mentions }
  | { msgtype: 'markdown'; markdown: { content: string } }
  | { msgtype: 'markdown_v2'; markdown_v2: { content: string } }
  | {
      msgtype: 'image'
      /** The picture itself in base64, at most 2 MB before that, and its MD5 in hex. */
      image: { base64: string; md5: string }
    }
  | { msgtype: 'news'; news: { articles: readonly (NewsArticle & { url: string })[] } }
  | FileBody
  | VoiceBody
  | { msgtype: 'template_card'; template_card: RobotCard }
