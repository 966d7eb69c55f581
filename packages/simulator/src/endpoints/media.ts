import type { Exchange } from '../http/exchange.ts'
import type { Reply } from '../http/reply.ts'
import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { queryText, requiredQuery } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'
import { errmsg } from '../wire/errmsg.ts'
import type { MediaFile } from '../world/media-store.ts'
import type { World } from '../world/world.ts'

const megabyte = 1024 * 1024

/** Documented sizes in bytes; every file has more than 5. */
const limits: ReadonlyMap<string, number> = new Map([
  ['image', 10 * megabyte],
  ['voice', 2 * megabyte],
  ['video', 10 * megabyte],
  ['file', 20 * megabyte],
])
const minBytes = 6

/**
 * `POST /cgi-bin/media/upload?type=`: a file kept for three days.
 *
 * How sure: fields and codes official, sizes from older texts.
 * @see https://developer.work.weixin.qq.com/document/path/90253
 */
const mediaUpload: Endpoint = {
  path: '/cgi-bin/media/upload',
  answer(call) {
    const type = queryText(call, 'type') ?? ''
    return { type, ...storeUpload(call.world, call.exchange, type) }
  },
}

/** Keeps the file of an upload. */
export function storeUpload(world: World, exchange: Exchange, type: string): Answer {
  const limit = limits.get(type)
  if (limit === undefined) throw new Refusal(40004, 'parameters', `there is no type ${type}`)
  const { bytes, contentType, filename } = readUpload(exchange, limit)
  const id = world.media.add({ type, filename, contentType, bytes })
  return { media_id: id, created_at: String(world.clock.seconds()) }
}

function readUpload({ files }: Exchange, limit: number): Omit<MediaFile, 'type' | 'expiresAt'> {
  const file = files.find(({ field }) => field === 'media')
  if (file === undefined)
    throw new Refusal(
      44001,
      'parameters',
      'the form has no file in its field media',
      `${errmsg(44001)}, missing field: media`,
    )
  if (file.bytes.length < minBytes)
    throw new Refusal(44001, 'parameters', `the file has less than ${minBytes} bytes`)
  if (file.bytes.length > limit)
    throw new Refusal(45001, 'parameters', `the file has more than ${limit} bytes`)
  return file
}

/**
 * `POST /cgi-bin/media/upload_attachment?media_type=&attachment_type=`: a file for moments and product albums.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/95098
 */
const mediaUploadAttachment: Endpoint = {
  path: '/cgi-bin/media/upload_attachment',
  answer(call) {
    const type = queryText(call, 'media_type') ?? ''
    const stored = storeUpload(call.world, call.exchange, type)
    return { type, ...stored, created_at: call.world.clock.seconds() }
  },
}

const maxImage = 2 * megabyte

/**
 * `POST /cgi-bin/media/uploadimg`: a picture for ever, at an address. Nothing answers at that address here.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90256
 */
const mediaUploadimg: Endpoint = {
  path: '/cgi-bin/media/uploadimg',
  answer({ exchange, world }) {
    const { bytes, contentType, filename } = readUpload(exchange, maxImage)
    const id = world.media.add({ type: 'image', filename, contentType, bytes })
    return { url: `https://wework.qpic.example/wwpic/${id}/0` }
  },
}

/**
 * `GET /cgi-bin/media/get`: an uploaded file as it was, or the part that a Range header asks for.
 *
 * How sure: headers, ranges and codes official; 416 for a range outside the file is HTTP's.
 * @see https://developer.work.weixin.qq.com/document/path/90254
 */
const mediaGet: Endpoint = { path: '/cgi-bin/media/get', answer: (call) => sendFile(call) }

/**
 * `GET /cgi-bin/media/get/jssdk`: a voice uploaded by the JS-SDK, in high quality. Here the file as it was.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90255
 */
const mediaGetJssdk: Endpoint = { path: '/cgi-bin/media/get/jssdk', answer: (call) => sendFile(call) }

function sendFile(call: Call): Reply {
  const file = call.world.media.find(requiredQuery(call, 'media_id', 41006))
  if (file === undefined)
    throw new Refusal(
      40007,
      'parameters',
      'nothing was uploaded under this media_id, or its three days are over',
    )
  const name = file.filename.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const headers = {
    'accept-ranges': 'bytes',
    'content-type': file.contentType.replaceAll(/[^\x20-\x7e]/g, ''),
    'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
  }
  return partOf(file.bytes, call.exchange.headers.range, headers)
}

/** One range of bytes; several at once are answered with the whole file, as HTTP allows. */
function partOf(bytes: Buffer, range: string | undefined, headers: Record<string, string>): Reply {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === '' && last === '') return { status: 200, headers, body: bytes, errcode: 0 }
  const size = bytes.length
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end)
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: Buffer.alloc(0) }
  const withRange = { ...headers, 'content-range': `bytes ${start}-${end}/${size}` }
  return { status: 206, headers: withRange, body: bytes.subarray(start, end + 1), errcode: 0 }
}

/** Files. */
export const mediaEndpoints: readonly Endpoint[] = [
  mediaUpload,
  mediaUploadAttachment,
  mediaUploadimg,
  mediaGet,
  mediaGetJssdk,
]
