import { integer } from '../options/option-row.ts'
import { checkArgument, checkText, expectText } from './checks.ts'
import type { CallOptions, RequestFunction, RouteAnswer, ResponseMeta, WecomResponse } from './request.ts'
import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import { isRecord } from '../internal/is-record.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'

/** What a temporary upload can be: an image (10 MB), a recording (2 MB, AMR), a video (10 MB, MP4), any file (20 MB). */
export type MediaType = 'image' | 'voice' | 'video' | 'file'

/** Options of downloads. */
export interface DownloadOptions extends CallOptions {
  /** Bytes asked for at once, up to 20 MB. @default 8_388_608 (8 MiB) */
  chunkBytes?: number | undefined
}

/** A file that was downloaded. */
export interface DownloadedFile extends Omit<Download, 'chunks'> {
  bytes: Uint8Array
}

/** Files that WeCom keeps for three days, and pictures that it keeps for ever. */
export interface MediaApi {
  /**
   * Uploads a file for three days; the media_id works for all apps of the corp.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90253
   * @example
   * ```ts
   * const { media_id } = await wecom.media.upload('file', new File(['…'], '会议纪要.txt'))
   * await wecom.messages.send({ touser: 'zhangsan', msgtype: 'file', file: { media_id } })
   * ```
   */
  upload(
    type: MediaType,
    file: Upload,
    options?: CallOptions,
  ): Promise<RouteAnswer<'POST /cgi-bin/media/upload'>>
  /**
   * Uploads a picture (5 bytes to 2 MB) for ever.
   *
   * @returns its address, which WeCom shows in mpnews and mail only
   * @see https://developer.work.weixin.qq.com/document/path/90256
   */
  uploadImage(file: Upload, options?: CallOptions): Promise<string>
  /**
   * Downloads a file into memory, in pieces: above 20 MB WeCom gives nothing else. Each piece is repeated by itself when
   * it fails.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90254
   */
  download(mediaId: string, options?: DownloadOptions): Promise<DownloadedFile>
  /**
   * The same piece by piece, with one in memory: for a file to disk, or to whoever asked.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90254
   * @example
   * ```ts
   * const { chunks, name = 'file' } = await wecom.media.stream(mediaId)
   * await writeFile(join(folder, basename(name)), chunks)
   * ```
   */
  stream(mediaId: string, options?: DownloadOptions): Promise<Download>
}

/** Binds the endpoints of files to a client's `request`. */
export function createMediaApi(request: RequestFunction): MediaApi {
  const stream: MediaApi['stream'] = (mediaId, { chunkBytes = 8 * 1024 * 1024, ...options } = {}) => {
    const query = { media_id: checkText(mediaId, 'mediaId') }
    const route = 'GET /cgi-bin/media/get'
    const read = (range: `bytes=${string}`) =>
      request<Uint8Array>(route, { ...options, query, range, responseType: 'bytes' })
    return readRanges(read, checkArgument('chunkBytes', pieceLength, chunkBytes))
  }
  return {
    stream: async (mediaId, options) => stream(mediaId, options),
    async download(mediaId, options) {
      const { chunks, ...facts } = await stream(mediaId, options)
      const parts: Uint8Array[] = []
      for await (const part of chunks) parts.push(part)
      return {
        ...facts,
        bytes: parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts),
      }
    },
    async upload(type, file, options) {
      const init = { ...options, query: { type: checkText(type, 'type') }, body: uploadForm(file) }
      return (await request<RouteAnswer<'POST /cgi-bin/media/upload'>>('POST /cgi-bin/media/upload', init))
        .data
    },
    async uploadImage(file, options) {
      const path = '/cgi-bin/media/uploadimg'
      const init = { ...options, body: uploadForm(file) }
      return expectText((await request<{ url?: string }>(`POST ${path}`, init)).data.url, 'url', path)
    },
  }
}

const pieceLength = integer(1, 20_000_000, { how: 'WeCom gives no more than 20 MB at once' })

/** A file to upload: a `File`, or bytes with the name that readers will see. Names may be Chinese. */
export type Upload = File | { bytes: Uint8Array | Blob; name: string; type?: string | undefined }

/** The form WeCom takes files in: one part `media` with a file name. */
export function uploadForm(upload: Upload): FormData {
  const form = new FormData()
  form.set('media', fileOf(upload))
  return form
}

function fileOf(upload: Upload): File {
  if (upload instanceof File && upload.name !== '') return upload
  if (isRecord(upload) && typeof upload['name'] === 'string' && upload['name'] !== '') {
    const { bytes, name, type = 'application/octet-stream' } = upload
    if (bytes instanceof Blob) return new File([bytes], name, { type })
    // A copy, because bytes may lie in memory that is shared between threads, which a Blob does not take.
    if (bytes instanceof Uint8Array) return new File([new Uint8Array(bytes)], name, { type })
  }
  throw wrongOption({
    owner: 'a call',
    option: 'the file',
    wanted: 'a File with a name, or { bytes, name } with bytes as Uint8Array or Blob',
    came: describe(upload),
    how: "For example new File([content], '会议纪要.txt')",
  })
}

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
async function readRanges(read: ReadRange, chunkBytes: number): Promise<Download> {
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

/**
 * The file name of a Content-Disposition. Headers are bytes: WeCom writes UTF-8 into them, which arrives as Latin-1.
 * RFC 6266's `filename*` comes first.
 */
export function readFileName(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined
  const extended = /;\s*filename\*=utf-8''([^;\s]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decoded(extended)
  const [, quoted, bare] = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition) ?? []
  const name = quoted?.replaceAll(/\\(.)/g, '$1') ?? bare
  return name === undefined ? undefined : utf8(name)
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function utf8(name: string): string {
  const bytes = Buffer.from(name, 'latin1')
  // Beyond Latin-1 somebody has decoded it already.
  if (bytes.toString('latin1') !== name) return name
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? name : text
}
