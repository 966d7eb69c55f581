import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world/world.ts'

type Content = Readonly<Record<string, unknown>>

/** A call that sends a message, by whatever way. */
interface Source {
  readonly world: World
  readonly body: Content
}

const maxText = 2048
const maxArticles = 8
const cardTypes: ReadonlySet<unknown> = new Set([
  'text_notice',
  'news_notice',
  'button_interaction',
  'vote_interaction',
  'multiple_interaction',
])

/** What each message type must hold; returns the content as it is delivered. */
const checks: ReadonlyMap<string, (source: Source, content: Content) => Content> = new Map([
  ['text', checkText],
  ['markdown', checkMarkdown],
  ['textcard', checkTextCard],
  ['news', checkNews],
  ['mpnews', checkNews],
  ['image', checkMedia],
  ['voice', checkMedia],
  ['video', checkMedia],
  ['file', checkMedia],
  ['template_card', checkTemplateCard],
  ['miniprogram_notice', (_source, content) => content],
])

/**
 * The content of a message, checked by its type.
 *
 * How sure: limits from the official page and mirrors; which code answers which omission is our choice where the error
 * table offers several.
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
export function checkContent(source: Source, msgtype: string): Content {
  const check = checks.get(msgtype)
  if (check === undefined) throw new Refusal(40008, 'parameters', `there is no msgtype ${msgtype}`)
  const content = source.body[msgtype]
  if (!isRecord(content)) throw new Refusal(40063, 'parameters', `the object ${msgtype} is missing`)
  return check(source, content)
}

/** Longer text is cut, not refused; a character is never cut in two. */
function checkText(_source: Source, content: Content): Content {
  const text = needText(content, 'content', 44004)
  const whole = Buffer.from(text)
  if (whole.length <= maxText) return content
  let end = maxText
  while ((whole.readUInt8(end) & 0xc0) === 0x80) end -= 1
  return { ...content, content: whole.toString('utf8', 0, end) }
}

function checkMarkdown(_source: Source, content: Content): Content {
  if (Buffer.byteLength(needText(content, 'content', 44004)) > maxText)
    throw new Refusal(45002, 'parameters', `markdown.content has more than ${maxText} bytes`)
  return content
}

function checkTextCard(_source: Source, content: Content): Content {
  needText(content, 'title', 41016)
  needText(content, 'description', 40063)
  needText(content, 'url', 41010)
  return content
}

function checkNews(_source: Source, content: Content): Content {
  const { articles } = content
  if (!Array.isArray(articles) || articles.length === 0)
    throw new Refusal(40063, 'parameters', 'articles is missing or empty')
  if (articles.length > maxArticles)
    throw new Refusal(45008, 'parameters', `more than ${maxArticles} articles`)
  for (const article of articles.map((each: unknown) => (isRecord(each) ? each : {})))
    needText(article, 'title', 41016)
  return content
}

function checkMedia(source: Source, content: Content): Content {
  const media = source.world.media.find(needText(content, 'media_id', 41006))
  if (media === undefined || media.type !== source.body['msgtype'])
    throw new Refusal(
      40007,
      'parameters',
      `no ${String(source.body['msgtype'])} was uploaded under this media_id, or its three days are over`,
    )
  return content
}

function checkTemplateCard(_source: Source, content: Content): Content {
  if (!cardTypes.has(content['card_type']))
    throw new Refusal(40058, 'parameters', `there is no card_type ${String(content['card_type'])}`)
  if (isInteractive(content)) needText(content, 'task_id', 40063)
  return content
}

/** Cards a member can answer, by a button or by the menu in their corner; they alone earn a response_code. */
export function isAnswerable(content: Content): boolean {
  return isInteractive(content) || content['action_menu'] !== undefined
}

function isInteractive(content: Content): boolean {
  return String(content['card_type']).endsWith('_interaction')
}

function needText(content: Content, name: string, missing: number): string {
  const value = content[name]
  if (typeof value !== 'string' || value === '')
    throw new Refusal(missing, 'parameters', `${name} is missing or empty`)
  return value
}
