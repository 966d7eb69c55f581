import { find } from './lib/find.ts'
import { runGraphQL } from './lib/graphql-client.ts'
import { createLanguage, type Message } from './lib/language.ts'
import { dig, readText } from './lib/read.ts'
import { renderBadge } from './people/badge.ts'
import { createColleagues } from './people/colleagues.ts'
import { readMember, type Member } from './people/member.ts'
import { meQuery } from './people/queries.ts'
import { createUpstream } from './playground/upstream.ts'
import { showOnly } from './lib/show-only.ts'

const language = createLanguage()
find('#language', HTMLButtonElement).addEventListener('click', () => language.toggle())
find('#retry', HTMLButtonElement).addEventListener('click', () => void start())
const upstream = createUpstream(language)
const colleagues = createColleagues(language, {
  onLoaded: upstream.refresh,
  onSignedOut: () => showSignedOut({ ended: true }),
})
let playgroundStarted = false
let failure: Message | undefined
language.watch(showFailure)

await Promise.all([start(), announceSimulator()])

async function start(): Promise<void> {
  showOnly('#loading')
  const outcome = await whoAmI()
  failure = undefined
  if ('key' in outcome) {
    failure = outcome
    showFailure()
    showOnly('#failure')
  } else if (outcome.me === undefined) {
    showSignedOut({ ended: false })
  } else {
    await showSignedIn(outcome.me)
  }
}

/** The member, nobody, or what went wrong. */
async function whoAmI(): Promise<{ me: Member | undefined } | Message> {
  try {
    const { data, errors, status } = await runGraphQL({ query: meQuery })
    if (data === undefined || data === null) return { key: 'serverError', values: { status } }
    const me = readMember(dig(data, 'me'))
    const [error] = errors
    if (me === undefined && error !== undefined)
      return { key: 'queryError', values: { message: error.message } }
    return { me }
  } catch {
    return { key: 'networkError' }
  }
}

function showFailure(): void {
  find('#failure-text', HTMLElement).textContent =
    failure === undefined ? '' : language.text(failure.key, failure.values)
}

function showSignedOut({ ended }: { ended: boolean }): void {
  const returnTo = new URLSearchParams({ returnTo: location.pathname })
  find('#sign-in', HTMLAnchorElement).href = `./wecom/login?${returnTo.toString()}`
  find('#session-ended', HTMLElement).hidden = !ended
  find('#sign-out', HTMLFormElement).hidden = true
  showOnly('#signed-out')
}

async function showSignedIn(me: Member): Promise<void> {
  find('#sign-out', HTMLFormElement).hidden = false
  language.watch(() => renderBadge(find('#badge', HTMLElement), me, language))
  showOnly('#signed-in')
  await Promise.all([colleagues.show(me), startPlayground(me)])
}

/** Loaded on demand: the editor is most of the page's weight, and the signed-out page does without it. */
async function startPlayground(me: Member): Promise<void> {
  if (playgroundStarted) return
  playgroundStarted = true
  const { createPlayground } = await import('./playground/playground.ts')
  createPlayground(me, language, upstream.refresh)
}

async function announceSimulator(): Promise<void> {
  try {
    const response = await fetch('./demo/environment', { headers: { accept: 'application/json' } })
    const url = readText(dig(await response.json(), 'consoleUrl'))
    if (url === undefined) return
    find('#simulator-link', HTMLAnchorElement).href = url
    find('#simulator-notice', HTMLElement).hidden = false
    find('#simulator-hint', HTMLElement).hidden = false
  } catch {
    // Only the notice depends on it; `start` reports a server that does not answer.
  }
}
