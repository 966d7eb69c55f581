import { describe, expect, it } from 'vitest'
import { waitFor } from 'test-support/wait-for'
import { startDemo } from './support/start-demo.ts'
import { Visitor } from 'test-support/visitor'

const colleaguesQuery = 'query ($id: ID!) { departmentUsers(departmentId: $id) { id name isMe } }'

describe('the story of the README', () => {
  it('signs in, reads the directory and signs out with 1 gettoken and 1 auth/getuserinfo', async () => {
    await using demo = await startDemo()
    const visitor = new Visitor(demo.url)

    const { url, response } = await visitor.signIn('zhangsan')
    expect(url).toBe(`${demo.url}/`)
    expect(response.status).toBe(200)

    const answer = await visitor.query(
      '{ me { id name mainDepartmentId } user(id: "lisi") { id name isMe } }',
    )
    expect(answer).toEqual({
      data: {
        me: { id: 'zhangsan', name: '张三', mainDepartmentId: '4' },
        user: { id: 'LiSi', name: '李四', isMe: false },
      },
    })
    expect(await visitor.query(colleaguesQuery, { id: '4' })).toEqual({
      data: {
        departmentUsers: expect.arrayContaining([
          { id: 'zhangsan', name: '张三', isMe: true },
          { id: 'LiSi', name: '李四', isMe: false },
        ]),
      },
    })

    expect((await visitor.fetch('wecom/logout', { method: 'POST' })).status).toBeLessThan(400)
    expect(await visitor.query('{ me { id } }')).toEqual({ data: { me: null } })

    expect(await demo.wecom.calls('/cgi-bin/gettoken')).toBe(1)
    expect(await demo.wecom.calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('searches members by pinyin too, and reads the directory behind the visitors, once', async () => {
    await using demo = await startDemo()
    const visitor = new Visitor(demo.url)
    await visitor.signIn('zhangsan')
    const search = (text: string): Promise<unknown> =>
      visitor.query('query ($text: String!) { searchUsers(query: $text) { nodes { name } } }', { text })
    const found = { data: { searchUsers: { nodes: [{ name: '欧阳枫' }] } } }
    await waitFor('the directory to be read', async () => {
      const answer = JSON.stringify(await search('欧阳'))
      return answer === JSON.stringify(found) ? true : undefined
    })
    const calls = await demo.wecom.calls('/cgi-bin/user/list')
    expect(calls).toBe(12)
    for (const text of ['ouyangfeng', 'oyf', 'OYF', 'ouyangf']) expect(await search(text)).toEqual(found)
    expect(await demo.wecom.calls('/cgi-bin/user/list')).toBe(calls)
  })

  it('shows an anonymous visitor the page and no data, and asks WeCom nothing', async () => {
    await using demo = await startDemo()
    const visitor = new Visitor(demo.url)
    expect((await visitor.navigate('')).status).toBe(200)
    expect(await visitor.query('{ me { id } departmentUsers(departmentId: 1) { id } }')).toMatchObject({
      data: { me: null, departmentUsers: null },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
    expect((await visitor.fetch('demo/headcounts')).status).toBe(401)
    expect(await demo.wecom.calls()).toBe(0)
  })

  it('a forged ?code=&state= causes 0 calls to WeCom and signs nobody in', async () => {
    await using demo = await startDemo()
    const visitor = new Visitor(demo.url)
    for (const path of ['', 'wecom/callback', 'shop']) {
      await visitor.navigate(`${path}?code=forged&state=${'0'.repeat(64)}`)
      await visitor.navigate(`${path}?code=forged&state=123456`)
      await visitor.navigate(`${path}?code=forged`)
    }
    expect(await visitor.query('{ me { id } }')).toEqual({ data: { me: null } })
    expect(await demo.wecom.calls()).toBe(0)
  })

  it('a coupon link /shop?code=SALE passes through untouched', async () => {
    await using demo = await startDemo()
    const response = await new Visitor(demo.url).navigate('shop?code=SALE')
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await response.json()).toEqual({ url: '/shop?code=SALE', coupon: 'SALE' })
    expect(await demo.wecom.calls()).toBe(0)
  })
})

describe('the pages around it', () => {
  it('answers health checks and the domain check without a session', async () => {
    await using demo = await startDemo({ WECOM_DOMAIN_VERIFICATION: 'WW_verify_abc123.txt=abc123' })
    const visitor = new Visitor(demo.url)
    expect(await (await visitor.fetch('healthz')).json()).toEqual({ status: 'ok' })
    const file = await visitor.fetch('WW_verify_abc123.txt')
    expect([file.status, (await file.text()).trim()]).toEqual([200, 'abc123'])
    expect((await visitor.fetch('WW_verify_other.txt')).status).toBe(404)
  })

  it('brings a visitor of the other loopback name to the one that sign-ins return to', async () => {
    await using demo = await startDemo()
    const twin = await fetch(demo.url.replace('127.0.0.1', 'localhost'), { redirect: 'manual' })
    expect([twin.status, twin.headers.get('location')]).toEqual([302, `${demo.url}/`])
  })

  it('tells programs in JSON that there is nothing at an address', async () => {
    await using demo = await startDemo()
    for (const method of ['GET', 'POST']) {
      const response = await fetch(`${demo.url}/nothing`, { method, headers: { accept: 'application/json' } })
      expect(response.status).toBe(404)
      const requestId = response.headers.get('x-request-id')
      expect(await response.json()).toEqual({ error: 'NOT_FOUND', requestId })
    }
  })

  it('says how to build the page when it is missing', async () => {
    await using demo = await startDemo({}, 'no-such-folder')
    const response = await new Visitor(demo.url).navigate('')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('pnpm@12 --filter demo build')
  })

  it('serves the page with a Content-Security-Policy that allows nothing inline', async () => {
    await using demo = await startDemo()
    const policy = (await new Visitor(demo.url).navigate('')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})
