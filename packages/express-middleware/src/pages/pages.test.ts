import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { statusOfCode, type WecomSSOErrorCode } from '../errors/sso-error.ts'
import { pageTexts } from './page-texts.ts'
import { escapeHtml, pagePolicy, renderPage } from './pages.ts'

const isCode = (code: string): code is WecomSSOErrorCode => code in statusOfCode
const codes = Object.keys(statusOfCode).filter(isCode)

it('has a page for every code, in the language of the visitor with the other one below', () => {
  for (const code of codes) {
    const chinese = renderPage({ code, language: 'zh', loginUrl: '/wecom/login' })
    const english = renderPage({ code, language: 'en', loginUrl: '/wecom/login' })
    expect(chinese).toMatch(
      /<html lang="zh-CN">.*<h1>[^<]*[\u4e00-\u9fff][^<]*<\/h1>.*<p class="other" lang="en">\w/s,
    )
    expect(english).toMatch(/<html lang="en">.*<h1>[ -~]+<\/h1>.*<p class="other" lang="zh-CN">/s)
    for (const page of [chinese, english]) expect(page).toContain(`<small>${code}</small>`)
  }
})

it('offers to sign in only where that can help', () => {
  const hasButton = (code: WecomSSOErrorCode, loginUrl: string | undefined) =>
    renderPage({ code, language: 'en', loginUrl }).includes('<a href')
  for (const code of codes)
    expect(hasButton(code, '/wecom/login')).toBe((pageTexts[code]?.action ?? 'none') !== 'none')
  expect(hasButton('WECOM_LOGIN_CANCELLED', undefined)).toBe(false)
})

it('names the app and leads home, from pages that say no as well', () => {
  const app = { name: '通讯录 <1>', url: '/oa/' }
  const page = renderPage({ app, code: 'WECOM_FORBIDDEN', language: 'zh', loginUrl: '/wecom/login' })
  expect(page).toContain('<p class="app">通讯录 &#60;1&#62;</p>')
  expect(page).toContain('<a class="home" href="/oa/">返回首页</a>')
  expect(page).toContain('<a href="/wecom/login">换个账号登录</a>')
})

it('escapes what it did not write', () => {
  const loginUrl = "/wecom/login?returnTo=\"><script>alert(1)</script>&x='1'"
  const page = renderPage({ code: 'WECOM_LOGIN_CANCELLED', language: 'zh', loginUrl })
  expect(page).not.toContain('<script')
  expect(page).toContain(`href="${escapeHtml(loginUrl)}"`)
  expect(escapeHtml(`<>&"'`)).toBe('&#60;&#62;&#38;&#34;&#39;')
})

it('allows its own style in the policy and nothing else', () => {
  const style = /<style>(.*)<\/style>/s.exec(
    renderPage({ code: 'WECOM_FORBIDDEN', language: 'zh', loginUrl: undefined }),
  )?.[1]
  const hash = createHash('sha256')
    .update(style ?? '')
    .digest('base64')
  expect(pagePolicy).toContain(`default-src 'none'; style-src 'sha256-${hash}';`)
})
