import { optionError } from '../errors/setup-error.ts'
import { requestTarget } from '../http/read-request.ts'
import { handler } from '../http/handler.ts'
import { noStore } from '../http/respond.ts'
import type { SsoHandler } from '../http/types.ts'

const fileName = /^WW_verify_[A-Za-z0-9]+\.txt$/

/**
 * Serves the files WeCom wants to see at the root of a trusted domain (可信域名 → 申请校验域名归属). Names and contents
 * are as downloaded from the admin console.
 *
 * @throws TypeError for other names: this must not become a way to serve files
 * @example
 * ```ts
 * app.use(wecomDomainVerification({ 'WW_verify_Kd8sT0aPzQ.txt': 'Kd8sT0aPzQ' }))
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/91335
 */
export function wecomDomainVerification(files: Readonly<Record<string, string>>): SsoHandler {
  if (typeof files !== 'object' || files === null) {
    throw optionError(
      'files',
      "{ 'WW_verify_Kd8sT0aPzQ.txt': 'Kd8sT0aPzQ' }",
      files,
      'wecomDomainVerification',
    )
  }
  const contents = new Map(
    Object.entries(files).map(([name, content]) => [`/${checkName(name)}`, check(content)]),
  )
  return handler('wecomDomainVerification', (request, response, next) => {
    const content = contents.get(requestTarget(request.originalUrl ?? request.url).path)
    if (content === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next()
      return
    }
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.setHeader('Content-Length', Buffer.byteLength(content))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    noStore(response)
    response.end(request.method === 'HEAD' ? undefined : content)
  })
}

function checkName(name: string): string {
  if (fileName.test(name)) return name
  throw optionError('files', "named as 'WW_verify_Kd8sT0aPzQ.txt'", name, 'wecomDomainVerification')
}

function check(content: unknown): string {
  if (typeof content === 'string' && content !== '' && content.length <= 1024) return content
  throw optionError('files', 'the content of files, short strings', content, 'wecomDomainVerification')
}
