import { createDirectory, type Directory, type TagMembers } from '@wecom-kit/core'
import type { Express } from 'express'
import { describe, expect, it } from 'vitest'
import { requireWecomUser } from '../src/guard/require-wecom-user.ts'
import type { PermissionRule } from '../src/guard/permission.ts'
import { attacks, clientAnswering } from './support/attacks.ts'
import { clientOf } from './support/test-app.ts'
import { inApp, signIn, type Visitor } from './support/visitor.ts'

attacks('profiles and permissions', ({ wecom, app }) => {
  const me = async (visitor: Visitor) => JSON.parse((await visitor.get('/')).body).user

  it('knows only who it is by default', async () => {
    const { visitor } = await app()
    const one = visitor(inApp)
    await signIn(one)
    expect(Object.keys(await me(one)).toSorted()).toEqual(['agentId', 'corpId', 'loginAt', 'userId'])
  })

  it('adds what the member consented to in the in-app flow, and nothing of it after a web login', async () => {
    const { visitor } = await app({ scope: 'snsapi_privateinfo' })
    const member = visitor(inApp)
    await signIn(member)
    expect(await me(member)).toMatchObject({
      userId: 'zhangsan',
      mobile: expect.any(String),
      gender: expect.any(String),
    })
    const desktop = visitor()
    await signIn(desktop)
    expect(await me(desktop)).not.toHaveProperty('mobile')
  })

  it('signs in without the details when WeCom refuses them, and when WeCom fails: who it is has been settled', async () => {
    const { visitor } = await app({ scope: 'snsapi_privateinfo' })
    const refused = { path: '/cgi-bin/auth/getuserdetail', kind: 'errcode', errcode: 92001 } as const
    wecom().simulator.faults.add(refused)
    const one = visitor(inApp)
    expect((await signIn(one)).location).toBe('/private')
    expect(await me(one)).not.toHaveProperty('mobile')
    wecom().simulator.faults.add({ path: '/cgi-bin/auth/getuserdetail', kind: 'http', status: 500, times: 9 })
    const two = visitor(inApp)
    expect((await signIn(two)).location).toBe('/private')
    expect(await me(two)).not.toHaveProperty('mobile')
  })

  it('fills name and departments from the directory', async () => {
    const directory = createDirectory(wecom().client)
    const { visitor } = await app({ profile: 'directory', directory })
    const one = visitor()
    await signIn(one)
    expect(await me(one)).toMatchObject({
      name: '张三',
      departmentIds: expect.any(Array),
      mainDepartmentId: expect.any(Number),
    })
  })

  it('signs in without them when the directory takes longer than a sign-in may', async () => {
    wecom().simulator.faults.add({ path: '/cgi-bin/user/get', kind: 'hang', times: 9 })
    const { corpId } = wecom().client
    const client = clientAnswering(wecom().client, () => ({ kind: 'member', corpId, userId: 'zhangsan' }))
    const directory = createDirectory(wecom().client)
    const { visitor } = await app({ client, profile: 'directory', directory, timeout: 300 })
    const one = visitor()
    expect((await signIn(one)).location).toBe('/private')
    expect(await me(one)).not.toHaveProperty('name')
  }, 15_000)

  describe('a directory that does not answer', () => {
    const never = new Promise<never>(() => undefined)
    const silent = (listed?: object): Directory =>
      Object.assign(Object.create(null), {
        user: () => (listed === undefined ? never : Promise.resolve(listed)),
        department: () => never,
      })
    const guards = (server: Express) => {
      for (const [path, check] of [
        ['/function', () => true],
        ['/rule', { departmentIds: [1] }],
      ] as const)
        server.get(path, requireWecomUser(check), (_request, response) => void response.end('in'))
    }

    it('keeps nobody waiting: sign-in and plain guards go on without it, checks are 504', async () => {
      const options = { profile: 'directory', directory: silent(), timeout: 300 } as const
      const { visitor } = await app(options, { routes: guards })
      const one = visitor()
      expect((await signIn(one)).location).toBe('/private')
      expect((await one.get('/private')).status).toBe(200)
      expect([(await one.get('/function')).status, (await one.get('/rule')).status]).toEqual([504, 504])
    })

    it('when asked for departments ends a rule with 504, too', async () => {
      const member = { level: 'full', userId: 'zhangsan', name: '张三', departmentIds: [4], status: 'active' }
      const options = { profile: 'directory', directory: silent(member), timeout: 300 } as const
      const { visitor } = await app(options, { routes: guards })
      const one = visitor()
      await signIn(one)
      expect([(await one.get('/function')).status, (await one.get('/rule')).status]).toEqual([200, 504])
    })
  })

  it('a directory whose nothing is null knows nobody, and that is no failure', async () => {
    const directory: Directory = Object.assign(Object.create(null), {
      user: async () => null,
      department: async () => null,
    })
    const { visitor } = await app({ profile: 'directory', directory })
    const one = visitor()
    await signIn(one)
    expect(await me(one)).toMatchObject({ userId: 'zhangsan' })
    expect((await one.get('/private')).status).toBe(200)
  })

  it('signs a member outside the visible range in with the userid', async () => {
    const client = clientOf(wecom().simulator, 'narrow')
    const directory: Partial<Directory> = { user: async () => undefined }
    const { visitor } = await app({
      client,
      profile: 'directory',
      directory: Object.assign(Object.create(null), directory),
    })
    const one = visitor(inApp)
    await signIn(one)
    expect(await me(one)).toMatchObject({ userId: 'zhangsan' })
    expect(await me(one)).not.toHaveProperty('name')
  })

  it('checks permissions against the departments of today', async () => {
    let departmentIds = [7]
    const stub: Partial<Directory> = {
      user: async () => ({ level: 'simple', userId: 'zhangsan', name: '张三', departmentIds }),
    }
    const directory: Directory = Object.assign(Object.create(null), stub)
    const routes = (server: Express) => {
      server.get(
        '/seven',
        requireWecomUser((user) => user.departmentIds?.includes(7) ?? false),
        (request, response) => {
          response.json(request.wecomUser)
        },
      )
    }
    const { visitor } = await app({ profile: 'directory', directory }, { routes })
    const one = visitor()
    await signIn(one)
    expect(JSON.parse((await one.get('/seven')).body)).toMatchObject({ name: '张三', departmentIds: [7] })
    departmentIds = [8]
    expect((await one.get('/seven')).status).toBe(403)
  })

  it('refuses somebody who was disabled since, whatever the check would say', async () => {
    const real = createDirectory(wecom().client)
    const known = await real.user('zhangsan')
    let status = 'active'
    const stub: Partial<Directory> = {
      user: async () => Object.assign(Object.create(null), known, { status }),
    }
    const { visitor } = await app(
      { profile: 'directory', directory: Object.assign(Object.create(null), stub) },
      {
        routes: (server) =>
          void server.get(
            '/any',
            requireWecomUser(() => true),
            (_request, response) => void response.end(),
          ),
      },
    )
    const one = visitor()
    await signIn(one)
    expect((await one.get('/any')).status).toBe(200)
    status = 'disabled'
    expect((await one.get('/any')).status).toBe(403)
  })

  describe('rules', () => {
    const tags: Record<number, TagMembers> = {
      1: { tagname: 'a', userlist: [{ userid: 'ZHANGSAN', name: '' }], partylist: [] },
      2: { tagname: 'b', userlist: [], partylist: [2] },
      3: { tagname: 'c', userlist: [], partylist: [9] },
    }
    const parents: Record<number, number | undefined> = { 7: 2, 2: 1, 1: undefined }
    it.each<[PermissionRule, number]>([
      [{ userIds: ['ZhangSan'] }, 200],
      [{ userIds: ['lisi'] }, 403],
      [{ departmentIds: [7] }, 200],
      [{ departmentIds: [1] }, 200],
      [{ departmentIds: [8] }, 403],
      [{ tagIds: [1] }, 200],
      [{ tagIds: [2] }, 200],
      [{ tagIds: [3] }, 403],
      [{ tagIds: [3], userIds: ['zhangsan'] }, 200],
    ])('%o answers %i', async (rule, status) => {
      const stub: Partial<Directory> = {
        user: async () => ({ level: 'simple', userId: 'zhangsan', name: '张三', departmentIds: [7] }),
        department: async (id) => ({
          id,
          name: '',
          englishName: undefined,
          parentId: parents[id],
          order: 0,
          leaderIds: [],
        }),
      }
      const { client } = wecom()
      const withTags = Object.create(client, {
        tags: { value: { get: async (id: number) => tags[id] } },
        corpId: { value: client.corpId },
        agentId: { value: client.agentId },
        auth: { value: client.auth },
      })
      const { visitor } = await app(
        { client: withTags, profile: 'directory', directory: Object.assign(Object.create(null), stub) },
        {
          routes: (server) =>
            void server.get('/ruled', requireWecomUser(rule), (_request, response) => void response.end()),
        },
      )
      const one = visitor()
      await signIn(one)
      expect((await one.get('/ruled')).status).toBe(status)
    })

    it('by userid alone ask no directory for departments', async () => {
      const stub: Partial<Directory> = {
        user: async () => ({ level: 'simple', userId: 'zhangsan', name: '张三', departmentIds: [7] }),
        department: async () => await Promise.reject(new Error('the tree cannot be read')),
      }
      const { visitor } = await app(
        { profile: 'directory', directory: Object.assign(Object.create(null), stub) },
        {
          routes: (server) =>
            void server.get('/ruled', requireWecomUser({ userIds: ['lisi'] }), (_request, response) => {
              response.end()
            }),
        },
      )
      const one = visitor()
      await signIn(one)
      expect((await one.get('/ruled')).status).toBe(403)
    })

    it('that WeCom cannot decide are 502 with a code of ours, and let nobody in', async () => {
      const { visitor, errors } = await app(
        {},
        {
          routes: (server) =>
            void server.get('/ruled', requireWecomUser({ tagIds: [999] }), (_request, response) => {
              response.end()
            }),
        },
      )
      const one = visitor()
      await signIn(one)
      expect((await one.get('/ruled')).status).toBe(502)
      expect(errors).toMatchObject([{ code: 'WECOM_UPSTREAM', cause: { errcode: 40068 } }])
    })

    it('that could never match are refused at construction', () => {
      expect(() => requireWecomUser({})).toThrow(/departmentIds, tagIds or userIds/)
      expect(() => requireWecomUser({ departmentIds: [0] })).toThrow(/departmentIds/)
    })
  })
})
