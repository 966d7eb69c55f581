import type { Exchange } from '../http/exchange.ts'
import type { Member } from '../world/member.ts'
import type { World } from '../world/world.ts'
import { hiddenInputs } from './hidden-inputs.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { LoginRequest } from './login-request.ts'
import { pageLink } from './page-link.ts'

/** People shown at once; a corp of 12,000 is searched instead. */
const shown = 60

const words = {
  zh: {
    inApp: '企业微信授权登录',
    web: '企业微信扫码登录',
    goesTo: '登录后前往',
    search: '按姓名或账号查找成员',
    find: '查找',
    members: '选择以谁的身份登录',
    others: '非本企业成员',
    refuse: '拒绝授权',
    outside: '不在可见范围',
    inactive: '未激活',
    disabled: '已禁用',
    linked: '互联企业成员',
    outsider: '外部联系人',
    nobody: '没有找到成员',
  },
  en: {
    inApp: 'Sign in with WeCom',
    web: 'Sign in to WeCom on the web',
    goesTo: 'Continues to',
    search: 'Find a member by name or userid',
    find: 'Find',
    members: 'Whom do you want to be?',
    others: 'People outside the corp',
    refuse: 'Refuse',
    outside: 'outside the visible range',
    inactive: 'not activated',
    disabled: 'disabled',
    linked: 'member of a linked corp',
    outsider: 'outsider',
    nobody: 'No member found',
  },
} as const

type Words = (typeof words)[keyof typeof words]

/** The page to choose who logs in: plain links and one search form, so that it works without scripts. */
export function pickPage(world: World, request: LoginRequest, exchange: Exchange): string {
  const { language } = request
  const { query } = exchange
  const text = words[language]
  const title = request.flow === 'web' ? text.web : text.inApp
  const search = query.get('simulate_search') ?? ''
  const people = findMembers(world, search).map((member) => memberRow(world, request, query, member, text))
  return layout(
    language,
    title,
    html`<main>
      <h1>${title}</h1>
      <p class="soft">
        ${world.seed.corp.name} · ${request.app?.name ?? ''} · ${text.goesTo}
        <code>${request.redirectUri.host}</code>
      </p>
      <form class="row" method="get" role="search">
        ${hiddenInputs(query, ['simulate_search', 'simulate_pick'])}
        <input
          type="search"
          name="simulate_search"
          value="${search}"
          placeholder="${text.search}"
          aria-label="${text.search}"
        />
        <button>${text.find}</button>
      </form>
      <h2>${text.members}</h2>
      ${
        people.length === 0
          ? html`<p>${text.nobody}</p>`
          : html`<ul class="people">
              ${people}
            </ul>`
      }
      ${request.asksConsent ? html`` : others(world, query, text)}
      <p class="row">
        <a class="button" id="refuse" href="${pageLink(query, { simulate_refuse: '1' })}">${text.refuse}</a>
      </p>
    </main>`,
  )
}

function findMembers(world: World, search: string): Member[] {
  const wanted = search.toLowerCase()
  const found: Member[] = []
  for (const member of world.directory.members()) {
    if (
      `${member.name} ${member.alias} ${member.english_name} ${member.userid}`.toLowerCase().includes(wanted)
    )
      found.push(member)
    if (found.length === shown) break
  }
  return found
}

function memberRow(
  world: World,
  request: LoginRequest,
  query: URLSearchParams,
  member: Member,
  text: Words,
): Html {
  const outside = request.app !== undefined && !world.visibility(request.app).seesMember(member)
  const notes = [
    member.userid,
    member.position,
    ...(outside ? [text.outside] : []),
    ...(member.status === 2 ? [text.disabled] : []),
    ...(member.status === 4 ? [text.inactive] : []),
  ]
  // A consent is asked for on the next page; without one the link is the one a script would use.
  const name = request.asksConsent ? 'simulate_pick' : 'simulate_user'
  return row(pageLink(query, { [name]: member.userid }), member.name, notes)
}

function others(world: World, query: URLSearchParams, text: Words): Html {
  const linked = world.seed.linkedMembers ?? []
  const outsiders = world.seed.outsiders ?? []
  if (linked.length + outsiders.length === 0) return html``
  return html`<h2>${text.others}</h2>
    <ul class="people">
      ${linked.map(({ name, userid }) => row(pageLink(query, { simulate_user: userid }), name, [text.linked]))}
      ${outsiders.map(({ name, openid }) => row(pageLink(query, { simulate_external: openid }), name, [text.outsider]))}
    </ul>`
}

function row(href: string, name: string, notes: readonly string[]): Html {
  return html`<li>
    <a href="${href}"
      ><span class="face" aria-hidden="true">${name.slice(0, 1)}</span
      ><span class="who"
        ><span>${name}</span> <span class="soft">${notes.filter(Boolean).join(' · ')}</span></span
      ></a
    >
  </li>`
}
