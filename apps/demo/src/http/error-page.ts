/** What went wrong, for the person who meets it. */
export interface ErrorPageContent {
  /** The HTTP status: from 500 on the server is to blame, and trying again may help. */
  readonly status: number
  readonly code: string
  readonly message: string
  /** What operators find the failure by. */
  readonly requestId: string
  readonly homeUrl: string
}

/**
 * A page for a failure of our own. It asks for nothing, neither script nor style, because those may be what is broken,
 * and it speaks both languages, because why it is shown may be that nothing could be read of the request.
 */
export function errorPage({ status, code, message, requestId, homeUrl }: ErrorPageContent): string {
  const home = `<a href="${escaped(homeUrl)}">返回首页 <span lang="en">Home</span></a>`
  const again = '<a href="">重试 <span lang="en">Try again</span></a>'
  const isOurs = status >= 500
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>出错了 · 通讯录 Directory</title>
  </head>
  <body>
    <main>
      <p>通讯录 Directory</p>
      <h1>${isOurs ? '服务器出错了，请稍后重试' : '这个请求有误，请检查网址'}</h1>
      <p lang="en">${escaped(message)}${isOurs ? ' Please try again in a moment.' : ''}</p>
      <p>${isOurs ? `${again} · ` : ''}${home}</p>
      <p><small>${escaped(code)} · ${escaped(requestId)}</small></p>
    </main>
  </body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
