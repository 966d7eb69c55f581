import type { Exchange } from '../http/exchange.ts'
import { htmlReply, redirectReply, type Reply } from '../http/reply.ts'
import { finishLogin } from './finish-login.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Delivery, LoginLinkError, LoginRequest } from './login-request.ts'

/**
 * Tencent's login panel, `ww.createWWLoginPanel` of @wecom/jssdk: a frame with the web-login page, which talks to the
 * website around it by messages.
 *
 * How sure: `redirect_type` and the codes official; the form of the messages from the package itself (2.4); that the
 * widget before it takes the address as the whole message from its script.
 * @see https://developer.work.weixin.qq.com/document/path/98152
 * @see https://developer.work.weixin.qq.com/document/path/98478
 */
export function deliveryOf({ headers, path, query }: Exchange): Delivery {
  // The package adds its version to the link. A script that follows a link of its own is redirected at once.
  const framed = query.has('version') || headers['sec-fetch-dest'] === 'iframe'
  if (!framed) return 'redirect'
  const type = query.get('redirect_type')
  if (type === 'callback') return 'callback'
  if (type === 'self') return 'redirect'
  if (path.includes('qrConnect') && query.get('login_type') === 'jssdk') return 'address'
  return type === 'top' || query.has('version') ? 'top' : 'redirect'
}

/** Sends the result on its way; without a code it was refused. */
export function deliver(request: LoginRequest, code: string | undefined): Reply {
  const address = finishLogin(request, code)
  if (request.delivery === 'redirect') return redirectReply(address)
  const title = request.language === 'zh' ? '登录完成' : 'Signed in'
  const script = resultScript(request, code, address)
  const page = html`<main>
      <h1>${title}</h1>
      <p><a class="button" target="_top" href="${address}">${request.redirectUri.host}</a></p>
    </main>
    ${script}`
  return htmlReply(200, layout(request.language, title, page))
}

function resultScript(
  { delivery, redirectUri }: LoginRequest,
  code: string | undefined,
  address: string,
): Html {
  if (delivery === 'top') return inline(`window.top.location.replace(${literal(address)})`)
  // The origin is named, so that a code never reaches a website that it is not for.
  const origin = literal(redirectUri.origin)
  if (delivery === 'address') return inline(`parent.postMessage(${literal(address)}, ${origin})`)
  if (code === undefined) return inline(failure({ errMsg: 'refused' }))
  return inline(message('onLoginSuccess', { code }, origin))
}

/** What a page in the panel says when it opens. A website that is not the redirect_uri's gets -31033 and no code. */
export function openingScript({ delivery, redirectUri }: LoginRequest): Html {
  if (delivery !== 'top' && delivery !== 'callback') return html``
  const ready = `parent.postMessage(${literal(JSON.stringify({ type: 'ww-iframe-handle:ready' }))}, '*')`
  const check = message('onCheckWeComLogin', { isWeComLogin: false }, "'*'")
  if (delivery === 'top') return inline(`${ready}; ${check}`)
  const strange = failure({ errCode: -31033, errMsg: 'the page is not on the host of redirect_uri' })
  return inline(`${ready}; ${check};
    const around = location.ancestorOrigins?.[0] ?? document.referrer;
    if (around && new URL(around).origin !== ${literal(redirectUri.origin)}) {
      ${strange};
      document.querySelector('main').textContent = '-31033 页面域名与登录授权域名不一致 / the page is not on the host of redirect_uri'
    }`)
}

/** Tells the website around the panel why there is no login. */
export function failureScript(error: LoginLinkError, exchange: Exchange): Html {
  const delivery = deliveryOf(exchange)
  if (delivery !== 'top' && delivery !== 'callback') return html``
  return inline(
    failure({ ...(error.code === undefined ? {} : { errCode: error.code }), errMsg: error.message }),
  )
}

function failure(payload: object): string {
  return message('onLoginFail', payload, "'*'")
}

function message(name: string, payload: object, origin: string): string {
  const text = JSON.stringify({ type: 'ww-iframe-handle:call', args: { type: 'call', name, payload } })
  return `parent.postMessage(${literal(text)}, ${origin})`
}

/** A text as a script's literal that cannot end the script. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll('<', String.raw`\u003c`)
}

function inline(script: string): Html {
  return { html: `<script>${script}</script>` }
}
