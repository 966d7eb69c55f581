import type { Endpoint } from '../rules/endpoint.ts'

/**
 * `GET /cgi-bin/tag/list`: all tags; self-built apps and contacts-sync see every one.
 *
 * How sure: seen through a mirror.
 * @see https://developer.work.weixin.qq.com/document/path/90216
 */
export const tagList: Endpoint = {
  path: '/cgi-bin/tag/list',
  empty: { taglist: [] },
  answer: (call) => ({
    taglist: Array.from(call.world.directory.tags(), ({ tagid, tagname }) => ({ tagid, tagname })),
  }),
}
