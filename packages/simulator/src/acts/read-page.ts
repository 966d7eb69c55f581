import { ShapeError } from '../shape/shape-error.ts'

/** `limit` cuts long lists short; the `count` beside them still tells all. */
export function readLimit(query: URLSearchParams): number {
  return readNumber(query, 'limit') ?? Number.MAX_SAFE_INTEGER
}

/** The part of a list that `offset` and `limit` ask for. */
export function readPage<T>(items: readonly T[], query: URLSearchParams): T[] {
  const offset = query.get('offset') === '0' ? 0 : (readNumber(query, 'offset') ?? 0)
  return items.slice(offset, offset + readLimit(query))
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name)
  if (value === null) return undefined
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new ShapeError(name, 'expected a whole number from 1 on')
}
