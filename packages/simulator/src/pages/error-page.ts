import { type Html, html } from './html.ts'
import { type Language, layout } from './layout.ts'
import type { LoginLinkError } from './login-request.ts'

/** What the browser is left on when the login link is wrong: both languages, since a developer will read it. */
export function errorPage(language: Language, error: LoginLinkError, more: Html): string {
  const title = language === 'zh' ? '无法登录' : 'Cannot sign in'
  const [first, second] = language === 'zh' ? [error.zh, error.message] : [error.message, error.zh]
  return layout(
    language,
    title,
    html`<main class="error">
      <h1>${title}</h1>
      <p>${first}</p>
      <p class="soft">${second}</p>
      ${error.code === undefined ? html`` : html`<p class="soft"><code>${error.code}</code></p>`} ${more}
    </main>`,
  )
}
