import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'
import { isRecord } from '../internal/is-record.ts'
import { pagedShapes, type PagedRoutes, type PagedShape } from '../wecom/routes/paged-routes.ts'
import type { WecomRoutes } from '../wecom/routes/wecom-routes.ts'
import { type ListPage, type PagedList, walkPages } from './paged-list.ts'
import type { RequestFunction, RequestOptions, RouteAnswer, RouteOptions } from './request.ts'

/** A documented list that comes in pages. */
export type PagedRoute = keyof PagedRoutes

/** One row of a list; the whole page where a page has several lists. */
export type PageRow<R extends PagedRoute> = PagedRoutes[R]['item']

/** What a list takes: the parameters of its route without the cursor, which is walked for you. */
export type PageOptions<R extends PagedRoute> = Omit<RouteOptions<R>, 'query' | 'json'> &
  WithoutCursor<Parameters<R>, PagedRoutes[R]['cursor']>

/** The options may be left out where the list needs no parameter. */
export type PageArguments<R extends PagedRoute> =
  object extends Parameters<R> ? [options?: PageOptions<R>] : [options: PageOptions<R>]

type Parameters<R extends PagedRoute> = Pick<WecomRoutes[R], keyof WecomRoutes[R] & ('query' | 'json')>

type WithoutCursor<T, C extends string> = { [Part in keyof T]: Omit<NonNullable<T[Part]>, C> }

/**
 * Walks a documented list to its end, whatever its pages are told by. One page is held at a time; a page is read when
 * its first row is asked for, so leaving the loop ends the reading, and `signal` ends it at once. Pages are read with
 * retries: these calls only read.
 *
 * @throws WecomConfigError for a route whose answer has no pages
 * @throws WecomInvalidResponseError when WeCom says that more follows and not where, or leads in a circle
 * @example
 * ```ts
 * const customers = wecom.paginate('POST /cgi-bin/externalcontact/batch/get_by_user', {
 *   json: { userid_list: ['zhangsan'], limit: 100 },
 * })
 * for await (const { external_contact } of customers) console.log(external_contact?.name)
 * ```
 */
export type PaginateFunction = <R extends PagedRoute>(
  route: R,
  ...options: PageArguments<R>
) => PagedList<PageRow<R>, RouteAnswer<R>>

type Fields = Record<string, unknown>
type Cursor = string | number | undefined

/** Binds paginate to a client's `request`. */
export function createPaginate(request: RequestFunction): PaginateFunction {
  function paginate<R extends PagedRoute>(
    route: R,
    ...options: PageArguments<R>
  ): PagedList<PageRow<R>, RouteAnswer<R>>
  function paginate(route: PagedRoute, options: RequestOptions = {}): PagedList<unknown, unknown> {
    const shape = pagedShapes[route]
    if (shape === undefined) {
      throw wrongOption({
        owner: 'paginate',
        option: 'the route',
        wanted: 'that of a list that comes in pages',
        came: describe(route),
        how: 'Use request() for it',
      })
    }
    const path = route.slice(route.indexOf(' ') + 1)
    return walkPages(path, async (cursor) => {
      const position = cursor ?? firstCursor(options, route, shape)
      const { data } = await request<Fields>(route, {
        ...atCursor(options, route, shape, position),
        idempotent: true,
      })
      return pageOf(path, shape, data, position, parametersOf(options, route))
    })
  }
  return paginate
}

function parametersOf(options: RequestOptions, route: PagedRoute): Fields {
  const parameters = route.startsWith('GET') ? options.query : options.json
  return isRecord(parameters) ? parameters : {}
}

/** Whoever gives a cursor begins there. */
function firstCursor(options: RequestOptions, route: PagedRoute, [, cursor, , first]: PagedShape): Cursor {
  const given = parametersOf(options, route)[cursor]
  return typeof given === 'string' || typeof given === 'number' ? given : first
}

function atCursor(
  options: RequestOptions,
  route: PagedRoute,
  [, name]: PagedShape,
  cursor: Cursor,
): RequestOptions {
  const parameters = cursor === undefined ? {} : { [name]: cursor }
  return route.startsWith('GET')
    ? { ...options, query: { ...options.query, ...parameters } }
    : { ...options, json: { ...parametersOf(options, route), ...parameters } }
}

function pageOf(
  path: string,
  shape: PagedShape,
  data: Fields,
  position: Cursor,
  parameters: Fields,
): ListPage<unknown, Fields> {
  const items = rowsOf(path, shape, data)
  const next = nextOf(shape, data, position, items.length, parameters)
  if (next === undefined && saysMore(data)) throw cursorMissing(path)
  return { items, nextCursor: next, data }
}

/** An absent list is an empty page; anything else than a list is no answer. */
function rowsOf(path: string, [rows]: PagedShape, data: Fields): unknown[] {
  if (rows === undefined) return [data]
  const list = rows.reduce<unknown>((value, field) => (isRecord(value) ? value[field] : undefined), data)
  if (list === undefined || list === null) return []
  if (Array.isArray(list)) return list
  throw new WecomInvalidResponseError(
    `Expected ${rows.join('.')} of ${path} to be a list, got ${typeof list}`,
    {
      reason: 'schema',
      method: 'POST',
      path,
      attempts: 1,
    },
  )
}

/** Where the next page begins. Empty pages before the end are no end: WeCom sends them. */
function nextOf(
  [, , name]: PagedShape,
  data: Fields,
  position: Cursor,
  count: number,
  parameters: Fields,
): Cursor {
  if (saysEnd(data)) return undefined
  if (name === undefined) return nextOffset(position, count, parameters['limit'])
  const next = data[name]
  if (typeof next === 'string') return next === '' ? undefined : next
  if (typeof next !== 'number' || next === 0) return undefined
  const { total } = data
  return typeof total === 'number' && next >= total ? undefined : next
}

function nextOffset(position: Cursor, count: number, limit: unknown): number | undefined {
  if (count === 0 || (typeof limit === 'number' && count < limit)) return undefined
  return Number(position ?? 0) + count
}

/** WeCom has five ways to say that nothing follows. */
function saysEnd({ has_more, is_last, endflag, ending }: Fields): boolean {
  return isFlag(has_more, 0) || isFlag(is_last, 1) || isFlag(endflag, 1) || isFlag(ending, 1)
}

function saysMore({ has_more, is_last }: Fields): boolean {
  return isFlag(has_more, 1) || isFlag(is_last, 0)
}

function isFlag(value: unknown, wanted: 0 | 1): boolean {
  return value === wanted || value === (wanted === 1)
}

function cursorMissing(path: string): WecomInvalidResponseError {
  return new WecomInvalidResponseError(
    `${path} says that more rows follow and not where they begin: the list would be cut short`,
    { reason: 'schema', method: 'POST', path, attempts: 1 },
  )
}
