import { hash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { WecomSSOErrorCode } from '../errors/sso-error.ts'
import type { Language } from '../http/classify-request.ts'
import { noStore } from '../http/respond.ts'
import { otherText, pageTexts, signOutText } from './page-texts.ts'

/** What a page shows. */
export interface PageContent {
  readonly code: WecomSSOErrorCode
  readonly language: Language
  /** Where the sign-in button leads; no button without it. */
  readonly loginUrl?: string | undefined
  /** Where a button that signs out posts to. */
  readonly logoutUrl?: string | undefined
  /** The app's name, and where it begins: the way home. */
  readonly app?: { readonly name: string; readonly url: string | undefined } | undefined
  /** What somebody who asks for help can quote. */
  readonly requestId?: string | undefined
  /** For a developer on their own machine. */
  readonly diagnosis?: string | undefined
}

const style =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f6f7;color:#1f2329;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif}main{box-sizing:border-box;max-width:30rem;margin:1rem;padding:2.5rem 2rem;background:#fff;border-radius:12px;box-shadow:0 4px 24px #0001}h1{margin:0 0 .5rem;font-size:1.375rem}p{margin:.25rem 0}.other{margin-top:1rem;color:#646a73;font-size:.875rem}a,button{display:inline-block;margin-top:1.5rem;padding:.5rem 1.5rem;border:0;border-radius:6px;background:#1a66d6;color:#fff;font:inherit;text-decoration:none}pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem}.app{margin:0 0 1rem;color:#646a73;font-size:.875rem}a.home{margin-left:1rem;padding:.5rem 0;background:none;color:#1a66d6}a.home:first-of-type{margin-left:0}small{display:block;margin-top:1.5rem;color:#646a73;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){body{background:#17191c;color:#e8eaed}main{background:#23262b}.other,.app,small{color:#a4a9b0}a.home{color:#7fb0ff}}'

/** Content-Security-Policy of our pages: this one style and nothing else. */
export const pagePolicy: string = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`

/** A whole page: the visitor's language first, the other one below it. */
export function renderPage(content: PageContent): string {
  const { app, code, language, requestId, diagnosis } = content
  const words = content.logoutUrl === undefined ? (pageTexts[code] ?? otherText) : signOutText
  const other = language === 'zh' ? 'en' : 'zh'
  const [title, text] = words[language]
  const [otherTitle, otherWords] = words[other]
  const detail = diagnosis === undefined ? '' : `<pre lang="en">${escapeHtml(diagnosis)}</pre>`
  const name = app === undefined ? '' : `<p class="app">${escapeHtml(app.name)}</p>`
  const heading = app === undefined ? title : `${title} · ${app.name}`
  const reference = requestId === undefined ? code : `${code} · ${requestId}`
  return `<!doctype html>
<html lang="${tags[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(heading)}</title><style>${style}</style></head>
<body><main>${name}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><p class="other" lang="${tags[other]}">${escapeHtml(otherTitle)} · ${escapeHtml(otherWords)}</p>${detail}${buttonOf(content)}${wayHome(content)}<small>${escapeHtml(reference)}</small></main></body>
</html>
`
}

function buttonOf({ code, language, loginUrl, logoutUrl }: PageContent): string {
  if (logoutUrl !== undefined) {
    const label = language === 'zh' ? '退出登录' : 'Sign out'
    return `<form method="post" action="${escapeHtml(logoutUrl)}"><button>${label}</button></form>`
  }
  const { action } = pageTexts[code] ?? otherText
  if (loginUrl === undefined || action === 'none') return ''
  return `<a href="${escapeHtml(loginUrl)}">${labels[action][language]}</a>`
}

const labels = {
  'sign-in': { zh: '登录', en: 'Sign in' },
  switch: { zh: '换个账号登录', en: 'Sign in as somebody else' },
} as const

function wayHome({ app, language }: PageContent): string {
  if (app?.url === undefined) return ''
  return `<a class="home" href="${escapeHtml(app.url)}">${language === 'zh' ? '返回首页' : 'Home'}</a>`
}

const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

/** Makes text harmless inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Answers a page of ours: never cached, never framed by others, nothing but its own style. */
export function sendPage(response: ServerResponse, status: number, html: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(html))
  response.setHeader('Content-Security-Policy', pagePolicy)
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  noStore(response)
  response.end(html)
}

/**
 * Moves on by a page instead of a redirect. A `SameSite=Strict` cookie set on the way back from another site is not
 * sent along that chain of redirects; a navigation our own page starts does send it. And an address that is too long for
 * the head of an answer fits into a page.
 */
export function sendBounce(response: ServerResponse, location: string): void {
  const target = escapeHtml(location)
  sendPage(
    response,
    200,
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${target}"><title>…</title></head><body><a href="${target}">→</a></body></html>`,
  )
}
