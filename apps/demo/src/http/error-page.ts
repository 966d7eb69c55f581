/** What went wrong, for the person who meets it. */
export interface ErrorPageContent {
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
export function errorPage({ code, message, requestId, homeUrl }: ErrorPageContent): string {
  const home = escaped(homeUrl)
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
      <h1>服务器出错了，请稍后重试</h1>
      <p lang="en">${escaped(message)} Please try again in a moment.</p>
      <p><a href="">重试 <span lang="en">Try again</span></a> · <a href="${home}">返回首页 <span lang="en">Home</span></a></p>
      <p><small>${escaped(code)} · ${escaped(requestId)}</small></p>
    </main>
  </body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
