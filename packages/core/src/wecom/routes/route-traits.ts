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

/** Routes that write although they are GET: repeating one after it perhaps ran is no repeat. */
export const writingGetRoutes: ReadonlySet<string> = new Set([
  'GET /cgi-bin/menu/delete',
  'GET /cgi-bin/department/delete',
  'GET /cgi-bin/tag/delete',
  'GET /cgi-bin/user/authsucc',
  'GET /cgi-bin/user/delete',
  'GET /cgi-bin/school/department/delete',
  'GET /cgi-bin/school/user/delete_parent',
  'GET /cgi-bin/school/user/delete_student',
])
