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
