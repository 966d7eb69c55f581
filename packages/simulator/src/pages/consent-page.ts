import type { Exchange } from '../http/exchange.ts'
import { type SensitiveField, sensitiveFields } from '../world/app.ts'
import type { World } from '../world/world.ts'
import { hiddenInputs } from './page-query.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { LoginRequest } from './login-request.ts'

const labels: Readonly<Record<SensitiveField, { zh: string; en: string }>> = {
  gender: { zh: '性别', en: 'Gender' },
  avatar: { zh: '头像', en: 'Avatar' },
  qr_code: { zh: '个人二维码', en: 'Personal QR code' },
  mobile: { zh: '手机号', en: 'Mobile number' },
  email: { zh: '邮箱', en: 'E-mail' },
  biz_mail: { zh: '企业邮箱', en: 'Company e-mail' },
  address: { zh: '地址', en: 'Address' },
}

const words = {
  zh: { title: '授权个人信息', asks: '申请获取你的以下信息', allow: '同意', refuse: '拒绝' },
  en: { title: 'Share your details', asks: 'asks for these details', allow: 'Allow', refuse: 'Refuse' },
} as const

/**
 * The manual consent of snsapi_privateinfo: one box per field the admin ticked for the app.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91335
 */
export function consentPage(world: World, request: LoginRequest, exchange: Exchange, userid: string): string {
  const { app, language } = request
  const text = words[language]
  const boxes = (app?.sensitiveFields ?? sensitiveFields).map(
    (field) =>
      html`<label class="check"
        ><input type="checkbox" name="simulate_fields" value="${field}" checked />
        ${labels[field][language]}</label
      >`,
  )
  return layout(
    language,
    text.title,
    html`<main>
      <h1>${text.title}</h1>
      <p>${world.directory.member(userid)?.name ?? userid} · <strong>${app?.name ?? ''}</strong></p>
      <form method="get">
        ${hiddenInputs(exchange.query, ['simulate_pick', 'simulate_user', 'simulate_fields', 'simulate_search'])}
        <input type="hidden" name="simulate_user" value="${userid}" />
        <input type="hidden" name="simulate_fields" value="" />
        <fieldset>
          <legend>${text.asks}</legend>
          ${boxes}
        </fieldset>
        <p class="row">
          <button class="primary">${text.allow}</button>
          <button name="simulate_refuse" value="1">${text.refuse}</button>
        </p>
      </form>
    </main>`,
  )
}
