import { readMultipart } from '../http/multipart.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { queryText, requiredQuery } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

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
    const limit = limits.get(type)
    if (limit === undefined) throw new Refusal(40004)
    const { body, headers } = call.exchange
    const file = readMultipart(headers['content-type'] ?? '', body)?.find(({ field }) => field === 'media')
    if (file === undefined || file.bytes.length < minBytes) throw new Refusal(44001)
    if (file.bytes.length > limit) throw new Refusal(45001)
    const { bytes, contentType, filename } = file
    const id = call.world.media.add({ type, filename, contentType, bytes })
    return { type, media_id: id, created_at: String(call.world.clock.seconds()) }
  },
}

/**
 * `GET /cgi-bin/media/get`: an uploaded file as it was.
 *
 * How sure: headers and codes official, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90254
 */
const mediaGet: Endpoint = {
  path: '/cgi-bin/media/get',
  answer(call) {
    const file = call.world.media.find(requiredQuery(call, 'media_id', 41006))
    if (file === undefined) throw new Refusal(40007)
    const name = file.filename.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
    return {
      status: 200,
      headers: {
        'content-type': file.contentType.replaceAll(/[^\x20-\x7e]/g, ''),
        'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      },
      body: file.bytes,
      errcode: 0,
    }
  },
}

/** Files. */
export const mediaEndpoints: readonly Endpoint[] = [mediaUpload, mediaGet]
