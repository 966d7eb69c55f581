import { serverAudits } from 'graphql-http'
import { describe, expect, test } from 'vitest'
import { startEndpoint } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

// The audits ask for `__typename` and `__type`, so introspection is on; and they send GET and forms, so the header goes
// along that says a browser has asked first.
const fetchFn: typeof fetch = (url, options = {}) =>
  fetch(url, {
    ...options,
    headers: { ...Object.fromEntries(new Headers(options.headers)), 'apollo-require-preflight': '1' },
  })

async function failing(url: string, fetching: typeof fetch = fetchFn): Promise<string[]> {
  const results = await Promise.all(serverAudits({ url, fetchFn: fetching }).map((audit) => audit.fn()))
  expect(results).toHaveLength(61)
  return results
    .filter(({ status }) => status !== 'ok')
    .map(({ id, name, status }) => `${status} ${id} ${name}`)
}

describe('graphql-http audits', () => {
  test('Apollo: 58 of 61', async () => {
    await using endpoint = await startEndpoint({ introspection: true })
    // The three that are not passed want 200 for a request that cannot be executed when the client accepts plain
    // application/json. Apollo answers 400, and so do we: proxies, logs and alarms count by status.
    expect(await failing(endpoint.url)).toEqual([
      'warn 572B SHOULD use 200 status code on document parsing failure when accepting application/json',
      'warn FDE2 SHOULD use 200 status code on document validation failure when accepting application/json',
      'warn 7B9B SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
    ])
  })

  test('yoga: 61 of 61', async () => {
    await using endpoint = await startYoga({ introspection: true })
    expect(await failing(endpoint.url)).toEqual([])
  })

  test('without the header three more, all of GET, are refused as cross-site', async () => {
    await using endpoint = await startEndpoint({ introspection: true })
    await using yoga = await startYoga({ introspection: true })
    expect(await failing(endpoint.url, fetch)).toHaveLength(6)
    const refused = await failing(yoga.url, fetch)
    expect(refused).toHaveLength(3)
    expect(refused.every((line) => line.includes('GET'))).toBe(true)
  })
})
