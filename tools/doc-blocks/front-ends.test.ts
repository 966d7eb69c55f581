import { describe, expect, onTestFinished, test } from 'vitest'
import { repositoryRoot } from '../support/repository.ts'
import { runCommand } from '../support/run-command.ts'
import { createBlockProject } from './block-project.ts'
import { fetchOf, runScript, scriptOf } from './page-script.ts'
import { blockOf, startBlock } from './start-block.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const headers = {}

/** A page of the app, whose every request is answered with its own address. */
const pageOfTheApp = `
Object.assign(globalThis, {
  location: new URL('https://app.example.com/'),
  fetch: async (address: string | Request) => {
    const url = typeof address === 'string' ? new URL(address, 'https://app.example.com/').href : address.url
    return Response.json([url])
  },
})
`

describe('the page about front ends, in a page that it is for', { timeout: 60_000 }, () => {
  const page = 'docs/sso/front-ends.md'
  const redirects = scriptOf(page, "redirect_type: 'top'")
  const callback = scriptOf(page, "redirect_type: 'callback'")

  /** The server of the page, and Tencent's panel as far as the blocks know it. */
  async function openPanel() {
    const origin = await startBlock(blockOf(page, 2))
    const visitor = createVisitor(origin)
    const simulator = new URL((await visitor.get('/wecom/login')).location).origin
    const panels: Panel[] = []
    const ww = { createWWLoginPanel: (panel: Panel) => panels.push(panel) }
    /** What WeCom redirects to once the member has scanned the code. */
    const scan = async ({ params }: Panel): Promise<string> => {
      const query = new URLSearchParams({ ...params, simulate_user: 'zhangsan' })
      query.delete('redirect_type')
      return (await visitor.get(`${simulator}/wwlogin/sso/login?${query.toString()}`)).location
    }
    return { visitor, ww, panels, scan }
  }

  test('the panel with redirects: the callback of the server finishes the sign-in', async () => {
    const { visitor, ww, panels, scan } = await openPanel()
    await runScript(redirects, { ww, fetch: fetchOf(visitor).fetch })
    const [panel] = panels
    expect(panel?.params).toMatchObject({ login_type: 'CorpApp', redirect_type: 'top' })
    expect(await visitor.get(await scan(panel ?? none))).toMatchObject({ status: 302, location: '/' })
  })

  test('the panel with a callback: the page posts the code and is signed in', async () => {
    const { visitor, ww, panels, scan } = await openPanel()
    const { fetch, answers } = fetchOf(visitor)
    let reloads = 0
    const location = { reload: () => (reloads += 1) }
    await runScript(`${redirects}\n${callback}`, { ww, fetch, location })
    const panel = panels.at(-1) ?? none
    const code = new URL(await scan(panel)).searchParams.get('code') ?? ''
    await panel.onLoginSuccess?.({ code })
    expect(answers.at(-1)).toMatchObject({ status: 200, body: '{"userId":"zhangsan"}' })
    expect(reloads).toBe(1)
  })

  test('the JS-SDK: both signatures are for the address that asks', async () => {
    const route =
      "import { wecomJssdk } from '@wecom-kit/express-middleware'\napp.get('/wecom/jssdk', wecomJssdk(sso))"
    const origin = await startBlock(`${blockOf(page, 2)}\n${route}`)
    const visitor = createVisitor(origin)
    const begun = await visitor.get('/wecom/login')
    await visitor.get((await visitor.get(`${begun.location}&simulate_user=zhangsan`)).location)
    const registered: Registration[] = []
    const ww = { register: (registration: Registration) => registered.push(registration) }
    await runScript(scriptOf(page, 'ww.register'), {
      ww,
      fetch: fetchOf(visitor).fetch,
      location: { href: `${origin}/` },
    })
    const [registration] = registered
    expect(registration).toMatchObject({ agentId: 1000002, corpId: expect.stringMatching(/^ww/) })
    const config = await registration?.getConfigSignature(`${origin}/orders?id=1`)
    const agentConfig = await registration?.getAgentConfigSignature(`${origin}/orders?id=1`)
    for (const signed of [config, agentConfig]) {
      expect(signed).toMatchObject({ nonceStr: expect.any(String), signature: expect.stringMatching(sha1) })
    }
    expect(config?.signature).not.toBe(agentConfig?.signature)
  })
})

test.each([
  [0, 'https://app.example.com/api/orders'],
  [1, 'https://api.example.com/orders'],
])('wecomFetch of block %s asks the origin of the app', { timeout: 60_000 }, async (index, asked) => {
  const project = createBlockProject(repositoryRoot)
  onTestFinished(() => project[Symbol.dispose]())
  const browser = project.write('browser.ts', pageOfTheApp)
  const module = project.write('block.ts', blockOf('docs/sso/front-ends.md', index))
  const parameters = ['--conditions=wecom-kit-source', '--import', browser, module]
  const { output } = await runCommand(process.execPath, parameters, { cwd: project.folder })
  expect(output.trim()).toBe(`[ '${asked}' ]`)
})

describe('migrating: a page that posts the code', { timeout: 60_000 }, () => {
  const page = 'docs/migrating.md'

  /** A page at `/app` that runs a script with this query in its address. */
  async function open(script: string, visitor: Visitor, search: string) {
    const { fetch, answers } = fetchOf(visitor)
    const location = { origin: visitor.origin, pathname: '/app', search, href: '' }
    await runScript(script, { location, fetch, headers, authorizeUrlMadeByHand: 'by hand' })
    return { location, answers }
  }

  test('as it was: the code alone is refused', async () => {
    const before = scriptOf(page, 'authorizeUrlMadeByHand')
    const visitor = createVisitor(await startBlock(blockOf(page, 0)))
    expect((await open(before, visitor, '')).location.href).toBe('by hand')
    expect((await open(before, visitor, '?code=of-wecom')).answers[0]).toMatchObject({ status: 400 })
  })

  test('with its two lines changed: signed in', async () => {
    const after = scriptOf(page, '/api/wecom/loginUrl')
    const visitor = createVisitor(await startBlock(blockOf(page, 0)))
    const { location } = await open(after, visitor, '')
    const back = new URL((await visitor.get(`${location.href}&simulate_user=zhangsan`)).location)
    expect(back.pathname).toBe('/app')
    expect((await open(after, visitor, back.search)).answers[0]).toMatchObject({ status: 200 })
    expect(JSON.parse((await visitor.get('/api/wecom/verify/zhangsan')).body)).toMatchObject({
      data: { authorized: true },
    })
  })
})

interface Panel {
  readonly params: Readonly<Record<string, string>>
  readonly onLoginSuccess?: (answer: { readonly code: string }) => Promise<void>
}

const none: Panel = { params: {} }

interface Registration {
  readonly getConfigSignature: (url: string) => Promise<Signature>
  readonly getAgentConfigSignature: (url: string) => Promise<Signature>
}

interface Signature {
  readonly signature: string
}

const sha1 = /^[0-9a-f]{40}$/
