/** Where a tap on a card leads: nowhere (0, where WeCom allows it), a URL (1) or a mini program (2). */
export interface CardLink {
  type?: 0 | 1 | 2 | undefined
  /** Needed for type 1. */
  url?: string | undefined
  /** Needed for type 2. */
  appid?: string | undefined
  pagepath?: string | undefined
}

/** Where a tap on the whole card leads: 1 a URL, 2 a mini program. */
export interface CardAction {
  type: 1 | 2
  /** Needed for type 1. */
  url?: string | undefined
  /** Needed for type 2. */
  appid?: string | undefined
  pagepath?: string | undefined
  title?: string | undefined
}

/** Title and second line of a card. */
export interface CardTitle {
  title?: string | undefined
  desc?: string | undefined
}

/** Icon and name of where a card comes from. */
export interface CardSource {
  icon_url?: string | undefined
  desc?: string | undefined
  /** 0 grey, 1 black, 2 red, 3 green. */
  desc_color?: 0 | 1 | 2 | 3 | undefined
}

/** The menu at the top right of a card; a tap is answered with a `response_code`. */
export interface CardMenu {
  desc?: string | undefined
  /** 1 to 3 entries. */
  action_list: readonly { text: string; key: string }[]
}

/** A quotation inside a card. */
export interface CardQuote extends CardLink {
  title?: string | undefined
  quote_text?: string | undefined
}

/** One line of key and value: 0 text, 1 a URL, 2 an uploaded file, 3 a member. */
export interface CardLine {
  keyname: string
  value?: string | undefined
  type?: 0 | 1 | 2 | 3 | undefined
  url?: string | undefined
  media_id?: string | undefined
  userid?: string | undefined
}

/** One link at the foot of a card. */
export interface CardJump extends CardLink {
  title: string
}

/** A picture of a card. */
export interface CardImage {
  url: string
  /** Width by height, 1.3 to 2.25. @default 1.3 */
  aspect_ratio?: number | undefined
}

/** A picture beside a text. */
export interface CardImageText extends CardLink {
  title?: string | undefined
  desc?: string | undefined
  image_url: string
}

/** One button of a card: 0 calls back with its `key`, 1 opens its `url`. */
export interface CardButton {
  text: string
  /** 1 to 4, by look. @default 1 */
  style?: 1 | 2 | 3 | 4 | undefined
  key?: string | undefined
  type?: 0 | 1 | undefined
  url?: string | undefined
}

/** One entry to choose. */
export interface CardOption {
  id: string
  text: string
  disable?: boolean | undefined
}

/** A list to choose one entry from, at most 10. */
export interface CardSelection {
  question_key: string
  title?: string | undefined
  option_list: readonly CardOption[]
  selected_id?: string | undefined
  disable?: boolean | undefined
}

/** A vote: one (0) or several (1) of at most 20 entries. */
export interface CardCheckbox {
  question_key: string
  option_list: readonly {
    id: string
    text: string
    is_checked?: boolean | undefined
    disable?: boolean | undefined
  }[]
  mode?: 0 | 1 | undefined
  disable?: boolean | undefined
}

/** What all cards of an app may have. */
interface CardFrame {
  source?: CardSource | undefined
  action_menu?: CardMenu | undefined
  /** Unique per app, at most 128 bytes of letters, digits and `_-@`; needed where members can tap something. */
  task_id?: string | undefined
}

/** Texts with a number or word that stands out. Needs a title or a `sub_title_text`. */
export interface TextNoticeCard extends CardFrame {
  card_type: 'text_notice'
  main_title?: CardTitle | undefined
  quote_area?: CardQuote | undefined
  emphasis_content?: CardTitle | undefined
  sub_title_text?: string | undefined
  /** At most 6. */
  horizontal_content_list?: readonly CardLine[] | undefined
  /** At most 3. */
  jump_list?: readonly CardJump[] | undefined
  card_action: CardAction
}

/** A picture and texts. Needs `card_image` or `image_text_area`. */
export interface NewsNoticeCard extends CardFrame {
  card_type: 'news_notice'
  main_title: CardTitle
  quote_area?: CardQuote | undefined
  image_text_area?: CardImageText | undefined
  card_image?: CardImage | undefined
  /** At most 4. */
  vertical_content_list?: readonly { title: string; desc?: string | undefined }[] | undefined
  /** At most 6. */
  horizontal_content_list?: readonly CardLine[] | undefined
  /** At most 3. */
  jump_list?: readonly CardJump[] | undefined
  card_action: CardAction
}

export interface ButtonCard extends CardFrame {
  card_type: 'button_interaction'
  main_title: CardTitle
  quote_area?: CardQuote | undefined
  sub_title_text?: string | undefined
  /** At most 6. */
  horizontal_content_list?: readonly CardLine[] | undefined
  card_action?: CardAction | undefined
  button_selection?: CardSelection | undefined
  /** At most 6. */
  button_list: readonly CardButton[]
  task_id: string
}

/** A vote with a button to send it. */
export interface VoteCard extends CardFrame {
  card_type: 'vote_interaction'
  main_title: CardTitle
  checkbox: CardCheckbox
  submit_button: { text: string; key: string }
  task_id: string
}

/** Up to three lists to choose from, with a button to send the choice. */
export interface MultipleCard extends CardFrame {
  card_type: 'multiple_interaction'
  main_title: CardTitle
  /** At most 3. */
  select_list: readonly CardSelection[]
  submit_button: { text: string; key: string }
  task_id: string
}

/**
 * A template card of an app, discriminated by `card_type`.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
export type TemplateCard = TextNoticeCard | NewsNoticeCard | ButtonCard | VoteCard | MultipleCard

/** The card of a group robot: no menu, no tasks. */
export type RobotCard =
  | Omit<TextNoticeCard, 'action_menu' | 'task_id'>
  | Omit<NewsNoticeCard, 'action_menu' | 'task_id'>

type Updated<Card> = Omit<Card, 'task_id'> & {
  task_id?: string | undefined
  /** What stands on the buttons from now on; nobody can tap them any more. */
  replace_text?: string | undefined
}

/**
 * What a card becomes.
 *
 * @see https://developer.work.weixin.qq.com/document/path/94888
 */
export type TemplateCardUpdate =
  | Updated<TextNoticeCard>
  | Updated<NewsNoticeCard>
  | Updated<ButtonCard>
  | Updated<VoteCard>
  | Updated<MultipleCard>
