import { wrongOption } from '../options/config-option.ts'
import { above } from '../options/option-row.ts'
import { checkArgument } from './checks.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'

export interface ListPage<Row, Data, Cursor extends string | number = string | number> {
  /** The rows of this page; may be empty before the end, too. */
  items: Row[]
  /** Where the next page begins; undefined on the last page. Keep it to go on later. */
  nextCursor: Cursor | undefined
  /** The whole answer. */
  data: Data
}

/** A list that comes in pages: iterate over its rows, over its pages, or take it all. One page is held at a time. */
export interface PagedList<
  Row,
  Data,
  Cursor extends string | number = string | number,
> extends AsyncIterable<Row> {
  /** Page by page, from the start or from a cursor kept earlier. */
  pages(from?: { cursor?: Cursor | undefined }): AsyncIterable<ListPage<Row, Data, Cursor>>
  /**
   * All rows in one array.
   *
   * @param options.max refuses to collect more rows than this. Default 1,000,000
   * @throws WecomConfigError when there are more
   */
  toArray(options?: { max?: number | undefined }): Promise<Row[]>
}

/** A list from what reads its pages. `path` names it in errors. */
export function walkPages<Row, Data, Cursor extends string | number>(
  path: string,
  read: (cursor: Cursor | undefined) => Promise<ListPage<Row, Data, Cursor>>,
): PagedList<Row, Data, Cursor> {
  async function* pages(
    from: { cursor?: Cursor | undefined } = {},
  ): AsyncGenerator<ListPage<Row, Data, Cursor>> {
    let cursor = from.cursor
    // One cursor a page, beside which the page itself is large.
    const seen = new Set([cursor])
    do {
      const page = await read(cursor)
      cursor = page.nextCursor
      if (cursor !== undefined && seen.has(cursor)) throw cursorRepeats(path)
      seen.add(cursor)
      yield page
    } while (cursor !== undefined)
  }

  async function* rows(): AsyncGenerator<Row> {
    for await (const page of pages()) yield* page.items
  }

  return { pages, [Symbol.asyncIterator]: rows, toArray: ({ max } = {}) => collect(path, pages(), max) }
}

const aboveZero = above(0, 'a number above 0')

async function collect<Row, Data>(
  path: string,
  pages: AsyncIterable<ListPage<Row, Data>>,
  max = 1_000_000,
): Promise<Row[]> {
  checkArgument('max', aboveZero, max)
  const all: Row[] = []
  for await (const { items } of pages) {
    if (all.length + items.length > max) {
      const name = path.replace('/cgi-bin/', '')
      throw wrongOption({
        owner: name,
        option: 'max',
        wanted: 'at least the number of rows there are',
        came: String(max),
        how: 'Raise it or iterate over pages()',
      })
    }
    for (const item of items) all.push(item)
  }
  return all
}

function cursorRepeats(path: string): WecomInvalidResponseError {
  return new WecomInvalidResponseError(
    `${path} answered a cursor it had answered before: following it would never end. Try again from the start.`,
    { reason: 'schema', method: 'POST', path, attempts: 1 },
  )
}
