/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter.
 */

/** Routes whose answer is a file. */
export const binaryRoutes: ReadonlySet<string> = new Set([
  'GET /cgi-bin/media/get',
  'GET /cgi-bin/media/get/jssdk',
])

/** Routes that carry no access_token: another parameter lets their caller in. */
export const routesWithoutToken: ReadonlySet<string> = new Set([
  'GET /cgi-bin/gettoken',
  'POST /cgi-bin/aibot/response',
  'POST /cgi-bin/webhook/send',
  'POST /cgi-bin/webhook/upload_media',
])
