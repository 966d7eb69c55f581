import type { Endpoint } from '../rules/endpoint.ts'
import { requiredQuery } from '../rules/parameters.ts'
import { Refusal } from '../wire/refusal.ts'

/**
 * `GET /cgi-bin/media/get`: an uploaded file as it was.
 *
 * How sure: headers and codes official, seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90254
 */
export const mediaGet: Endpoint = {
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
