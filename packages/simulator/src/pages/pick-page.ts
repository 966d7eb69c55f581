import type { Exchange } from '../http/exchange.ts'
import type { Member } from '../world/member.ts'
import type { World } from '../world/world.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { LoginRequest } from './login-request.ts'
import { hiddenInputs, pageLink } from './page-query.ts'
import { openingScript } from './panel.ts'

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
    more: (found: number, all: number) => `共 ${all} 人，只列出 ${found} 人；请搜索其余成员。`,
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
    more: (found: number, all: number) => `${found} of ${all} are listed; search for the others.`,
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
      ${listedAll(world, search, people.length) ? html`` : html`<p class="soft">${text.more(people.length, world.directory.memberCount)}</p>`}
      ${request.asksConsent ? html`` : others(world, request, query, text)}
      <p class="row">
        ${resultLink(request, query, { simulate_refuse: '1' }, html`${text.refuse}`, 'button')}
      </p>
      ${openingScript(request)}
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
  return row(request, query, { [name]: member.userid }, member.name, notes)
}

function others(world: World, request: LoginRequest, query: URLSearchParams, text: Words): Html {
  const linked = world.seed.linkedMembers ?? []
  const outsiders = world.seed.outsiders ?? []
  if (linked.length + outsiders.length === 0) return html``
  return html`<h2>${text.others}</h2>
    <ul class="people">
      ${linked.map(({ name, userid }) => row(request, query, { simulate_user: userid }, name, [text.linked]))}
      ${outsiders.map(({ name, openid }) => row(request, query, { simulate_external: openid }, name, [text.outsider]))}
    </ul>`
}

/** Without a search nobody found is left out unless the list was cut. */
function listedAll(world: World, search: string, found: number): boolean {
  return found < shown || (search === '' && found === world.directory.memberCount)
}

function row(
  request: LoginRequest,
  query: URLSearchParams,
  choice: Readonly<Record<string, string>>,
  name: string,
  notes: readonly string[],
): Html {
  const content = html`<span class="face" aria-hidden="true">${name.slice(0, 1)}</span
    ><span class="who"
      ><span>${name}</span> <span class="soft">${notes.filter(Boolean).join(' · ')}</span></span
    >`
  return html`<li>${resultLink(request, query, choice, content, '')}</li>`
}

/** A link that ends the login. In a panel that moves the top window it is that window which follows it. */
function resultLink(
  { delivery }: LoginRequest,
  query: URLSearchParams,
  choice: Readonly<Record<string, string>>,
  content: Html,
  style: string,
): Html {
  const id = 'simulate_refuse' in choice ? 'refuse' : ''
  if (delivery !== 'top')
    return html`<a class="${style}" id="${id}" href="${pageLink(query, choice)}">${content}</a>`
  const href = pageLink(query, choice, ['version', 'redirect_type'])
  return html`<a class="${style}" id="${id}" target="_top" href="${href}">${content}</a>`
}
