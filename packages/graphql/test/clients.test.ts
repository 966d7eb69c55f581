import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { relayStylePagination } from '@apollo/client/utilities'
import { Client as UrqlClient, cacheExchange, fetchExchange, gql as urqlGql } from '@urql/core'
import { ClientError, GraphQLClient } from 'graphql-request'
import { expect, test } from 'vitest'
import { simulatedCorp } from './on-simulator.ts'
import { startEndpoint } from './start-endpoint.ts'

const teamQuery = `
  query Team($id: ID!, $first: Int, $after: String) {
    me { id name }
    department(id: $id) {
      id
      name
      members(first: $first, after: $after) { totalCount edges { cursor node { id name } } pageInfo { hasNextPage endCursor } }
    }
  }
`

/** An endpoint over the simulator, all the way down to HTTP. */
async function start(options: Parameters<typeof startEndpoint>[0] = {}) {
  const corp = await simulatedCorp()
  const endpoint = await startEndpoint({ directory: corp.directory, ...options })
  return {
    endpoint,
    corp,
    async [Symbol.asyncDispose]() {
      await endpoint[Symbol.asyncDispose]()
      await corp[Symbol.asyncDispose]()
    },
  }
}

test('Apollo Client: adds __typename, normalises by User:id, pages through a connection', async () => {
  await using it = await start()
  const cache = new InMemoryCache({
    typePolicies: { Department: { fields: { members: relayStylePagination(['fetchChild', 'filter']) } } },
  })
  const client = new ApolloClient({ cache, link: new HttpLink({ uri: it.endpoint.url, fetch }) })
  const query = gql(teamQuery)
  const first = await client.query<Team>({ query, variables: { id: '4', first: 2 } })
  if (!first.data) throw new Error('The first page is missing.')
  const { totalCount, pageInfo } = first.data.department.members
  expect(totalCount).toBeGreaterThan(2)
  expect(Object.keys(cache.extract())).toEqual(expect.arrayContaining(['User:zhangsan', 'Department:4']))
  const watched = client.watchQuery<Team>({ query, variables: { id: '4', first: 2 } })
  const subscription = watched.subscribe({})
  await watched.fetchMore({ variables: { after: pageInfo.endCursor } })
  subscription.unsubscribe()
  const merged = cache.readQuery<Team>({ query, variables: { id: '4', first: 2 } })
  const ids = merged?.department.members.edges.map((edge) => edge.node.id)
  expect(ids).toHaveLength(Math.min(4, totalCount))
  expect(new Set(ids).size).toBe(ids?.length)
  client.stop()
})

test('Apollo Client: data and errors side by side with errorPolicy all', async () => {
  await using it = await start({ viewer: () => null })
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: it.endpoint.url, fetch }),
  })
  const { data, error } = await client.query({
    query: gql('{ me { id } user(id: "LiSi") { id } }'),
    errorPolicy: 'all',
  })
  expect(data).toEqual({ me: null, user: null })
  expect(CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
  client.stop()
})

test('Apollo Client: a 401 of the guard is seen as one', async () => {
  await using it = await start({ viewer: () => null, requireViewer: true })
  const statuses: unknown[] = []
  const observed: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    statuses.push(response.status)
    return response
  }
  const link = new HttpLink({ uri: it.endpoint.url, fetch: observed })
  const client = new ApolloClient({ cache: new InMemoryCache(), link })
  await expect(client.query({ query: gql('{ me { id } }') })).rejects.toThrow('Sign in first.')
  expect(statuses).toEqual([401])
  client.stop()
})

test('Apollo Client: GET is CSRF-safe because the client sends its preflight header', async () => {
  await using it = await start()
  const link = new HttpLink({ uri: it.endpoint.url, fetch, useGETForQueries: true })
  const client = new ApolloClient({ cache: new InMemoryCache(), link })
  const { data } = await client.query({ query: gql('{ me { id } }') })
  expect(data).toEqual({ me: { __typename: 'User', id: 'zhangsan' } })
  client.stop()
})

test('urql: POST, variables and typed errors', async () => {
  await using it = await start()
  const client = new UrqlClient({
    url: it.endpoint.url,
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
  })
  const answer = await client.query(urqlGql(teamQuery), { id: '4', first: 1 }).toPromise()
  expect(answer.error).toBeUndefined()
  expect(answer.data).toMatchObject({ me: { id: 'zhangsan', name: '张三' }, department: { name: '后端组' } })
  const wrong = await client.query(urqlGql('{ user(id: "no spaces") { id } }'), {}).toPromise()
  expect(wrong.error?.graphQLErrors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
})

test('urql: its default, GET, is refused, and the answer says what to send', async () => {
  await using it = await start()
  const client = new UrqlClient({ url: it.endpoint.url, exchanges: [fetchExchange] })
  const { data, error } = await client.query(urqlGql('{ me { id } }'), {}).toPromise()
  expect(data).toBeUndefined()
  expect(error?.message).toContain('apollo-require-preflight')
})

test('graphql-request: data, and an error that carries code and status', async () => {
  await using it = await start()
  const client = new GraphQLClient(it.endpoint.url)
  await expect(client.request(teamQuery, { id: '4', first: 1 })).resolves.toMatchObject({
    me: { id: 'zhangsan' },
  })
  const failure = await client.request('{ user(id: "no spaces") { id } }').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ClientError)
  expect(failure).toMatchObject({
    response: { status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }] },
  })
})

test('plain fetch: aborting mid-flight leaves nothing behind on the server', async () => {
  await using it = await start()
  const { faults, journal } = it.corp.simulator
  faults.add({ path: '/cgi-bin/user/get', kind: 'delay', ms: 500 })
  const leaving = new AbortController()
  const request = fetch(it.endpoint.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ me { name } }' }),
    signal: leaving.signal,
  })
  await expect.poll(() => journal.count('/cgi-bin/user/get'), { interval: 5, timeout: 15_000 }).toBe(1)
  leaving.abort()
  await expect(request).rejects.toThrow('aborted')
  await it.endpoint.apollo.stop()
  expect(it.endpoint.log).toEqual([])
})

interface Team {
  department: {
    members: {
      totalCount: number
      edges: { node: { id: string } }[]
      pageInfo: { endCursor: string }
    }
  }
}
