/** A text of a message that WeCom will cut without a word. */
export interface CutText {
  /** Such as `text.content` or `news.articles[0].title`. */
  field: string
  bytes: number
  /** Bytes WeCom keeps. */
  limit: number
}

/**
 * Bytes (UTF-8) that WeCom keeps of each field; `[]` stands for every entry of a list. What it refuses instead of cutting
 * it (markdown) is not in here.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90236
 */
const limits: Readonly<Record<string, readonly (readonly [field: string, limit: number])[]>> = {
  text: [['content', 2048]],
  video: [
    ['title', 128],
    ['description', 512],
  ],
  textcard: [
    ['title', 128],
    ['description', 512],
  ],
  news: [
    ['articles[].title', 128],
    ['articles[].description', 512],
  ],
  mpnews: [
    ['articles[].title', 128],
    ['articles[].digest', 512],
  ],
}

/** The texts of a message that are longer than what WeCom keeps of them. */
export function cutTexts(message: Readonly<Record<string, unknown>>): CutText[] {
  const { msgtype } = message
  if (typeof msgtype !== 'string') return []
  return (limits[msgtype] ?? []).flatMap(([path, limit]) =>
    textsAt(message[msgtype], path, msgtype).flatMap(([field, text]) => {
      const bytes = Buffer.byteLength(text)
      return bytes > limit ? [{ field, bytes, limit }] : []
    }),
  )
}

function textsAt(body: unknown, path: string, name: string): [field: string, text: string][] {
  const [list, rest] = path.split('[].')
  if (list === undefined || rest === undefined) return textOf(body, path, name)
  const entries = fieldOf(body, list)
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry, index) => textOf(entry, rest, `${name}.${list}[${index}]`))
}

function textOf(body: unknown, field: string, name: string): [field: string, text: string][] {
  const text = fieldOf(body, field)
  return typeof text === 'string' ? [[`${name}.${field}`, text]] : []
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}
