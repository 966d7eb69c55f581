import type { RequestHandler } from 'express'

/** Cookie in which the page keeps the language that a visitor chose. */
const choice = /(?:^|;\s*)wecom_demo_language=(zh|en)(?:;|$)/

/**
 * Lets a choice made on the page hold wherever the page is not: on WeCom's login page and on error pages, which go by
 * what the browser asks for.
 */
export function languageChoice(): RequestHandler {
  return (request, _response, next) => {
    const chosen = choice.exec(request.headers.cookie ?? '')?.[1]
    if (chosen !== undefined) request.headers['accept-language'] = chosen === 'zh' ? 'zh-CN' : 'en'
    next()
  }
}
