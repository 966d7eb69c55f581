import { WecomInvalidResponseError } from '../errors/invalid-response-error.ts'
import { readFileName } from './read-file-name.ts'
import type { ResponseMeta, WecomResponse } from './request.ts'

/** A file on its way. */
export interface Download {
  /** The name it was uploaded with, when WeCom says it. It comes from whoever sent the file: no path to write to. */
  name: string | undefined
  contentType: string | undefined
  /** Bytes of the whole file, when WeCom says it. */
  size: number | undefined
  /** The pieces, in order. One is in memory at a time; the next is fetched when it is asked for. */
  chunks: AsyncIterable<Uint8Array>
}

type ReadRange = (range: `bytes=${string}`) => Promise<WecomResponse<Uint8Array>>

/**
 * Reads a file by Range. Whoever does not know Range answers the whole file with 200: then that is the one piece.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90254
 */
export async function readRanges(read: ReadRange, chunkBytes: number): Promise<Download> {
  const first = await read(`bytes=0-${chunkBytes - 1}`)
  const size = sizeOf(first, 0)
  return {
    name: readFileName(header(first.meta, 'content-disposition')),
    contentType: header(first.meta, 'content-type'),
    size,
    chunks: chunksFrom(first, read, chunkBytes),
  }
}

async function* chunksFrom(
  first: WecomResponse<Uint8Array>,
  read: ReadRange,
  chunkBytes: number,
): AsyncGenerator<Uint8Array> {
  let position = 0
  let answer = first
  for (;;) {
    const size = sizeOf(answer, position)
    position += answer.data.length
    yield answer.data
    const isLast = size === undefined ? answer.data.length < chunkBytes : position >= size
    if (isLast) return
    if (answer.data.length === 0) throw wrongRange(`no bytes although ${size} are there`)
    answer = await read(`bytes=${position}-${position + chunkBytes - 1}`)
    if (answer.meta.status !== 206) throw wrongRange(`status ${answer.meta.status}`)
  }
}

/** Bytes of the whole file; undefined when WeCom does not know. A piece from another place would spoil the file. */
function sizeOf({ data, meta }: WecomResponse<Uint8Array>, position: number): number | undefined {
  if (meta.status !== 206) return data.length
  const range = header(meta, 'content-range')
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(range ?? '')
  if (match === null || Number(match[1]) !== position || Number(match[2]) !== position + data.length - 1) {
    throw wrongRange(`${data.length} bytes and Content-Range ${range ?? 'missing'}`)
  }
  return match[3] === '*' ? undefined : Number(match[3])
}

function header(meta: ResponseMeta, name: string): string | undefined {
  const value = meta.headers[name]
  return typeof value === 'string' ? value : undefined
}

function wrongRange(got: string): WecomInvalidResponseError {
  return new WecomInvalidResponseError(`Expected the next bytes of the file, got ${got}`, {
    reason: 'schema',
    method: 'GET',
    path: '/cgi-bin/media/get',
    attempts: 1,
  })
}
