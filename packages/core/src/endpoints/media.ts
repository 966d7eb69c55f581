import { integer } from '../options/option-row.ts'
import { checkArgument, checkText } from './check-argument.ts'
import { expectText } from './expect-text.ts'
import { readRanges, type Download } from './read-ranges.ts'
import type { CallOptions, RequestFunction, RouteAnswer } from './request.ts'
import { uploadForm, type Upload } from './upload-form.ts'

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
