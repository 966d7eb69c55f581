import { createHash } from 'node:crypto'
import type { WecomSSOErrorCode } from '../errors/sso-error-code.ts'
import type { Language } from '../http/language.ts'
import { escapeHtml } from './escape-html.ts'
import { otherText, pageTexts } from './page-texts.ts'

/** What a page shows. */
export interface PageContent {
  readonly code: WecomSSOErrorCode
  readonly language: Language
  /** Where the sign-in button leads; no button without it. */
  readonly loginUrl: string | undefined
}

const style =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f6f7;color:#1f2329;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif}main{box-sizing:border-box;max-width:30rem;margin:1rem;padding:2.5rem 2rem;background:#fff;border-radius:12px;box-shadow:0 4px 24px #0001}h1{margin:0 0 .5rem;font-size:1.375rem}p{margin:.25rem 0}.other{margin-top:1rem;color:#646a73;font-size:.875rem}a{display:inline-block;margin-top:1.5rem;padding:.5rem 1.5rem;border-radius:6px;background:#1a66d6;color:#fff;text-decoration:none}small{display:block;margin-top:1.5rem;color:#646a73}@media(prefers-color-scheme:dark){body{background:#17191c;color:#e8eaed}main{background:#23262b}.other,small{color:#a4a9b0}}'

/** Content-Security-Policy of our pages: this one style and nothing else. */
export const pagePolicy: string = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`

/** A whole page: the visitor's language first, the other one below it. */
export function renderPage({ code, language, loginUrl }: PageContent): string {
  const words = pageTexts[code] ?? otherText
  const other = language === 'zh' ? 'en' : 'zh'
  const [title, text] = words[language]
  const [otherTitle, otherWords] = words[other]
  const button =
    loginUrl === undefined || words.action === 'none'
      ? ''
      : `<a href="${escapeHtml(loginUrl)}">${language === 'zh' ? '登录' : 'Sign in'}</a>`
  return `<!doctype html>
<html lang="${tags[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p><p class="other" lang="${tags[other]}">${escapeHtml(otherTitle)} · ${escapeHtml(otherWords)}</p>${button}<small>${escapeHtml(code)}</small></main></body>
</html>
`
}

const tags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
