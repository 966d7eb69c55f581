import { join } from 'node:path'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { createUserProject } from './user-project.ts'

const start = `import express from 'express'
import { Keyv } from 'keyv'
import { startSimulator } from '@wecom-kit/simulator'
import { createWecomClient, createDirectory } from '@wecom-kit/core'
import { wecomSSO, requireWecomUser } from '@wecom-kit/express-middleware'
import { createTestSession } from '@wecom-kit/express-middleware/testing'
import { apolloWecom } from '@wecom-kit/graphql'

const simulator = await startSimulator()
const [app] = simulator.apps
const store = new Keyv()
const hosts = { baseUrl: simulator.url, authorizeBaseUrl: simulator.url, loginBaseUrl: simulator.url }
const client = createWecomClient({ corpId: simulator.corp.id, agentId: app.agentId, secret: app.secret, store, ...hosts })
const directory = createDirectory(client, { store })
const sso = wecomSSO({ client, sessionSecret: 'for localhost only, refused anywhere else', baseUrl: 'http://localhost', store, session: { store } })
const host = express().use(sso)
host.use('/graphql', requireWecomUser(), (await apolloWecom({ directory, viewer: (request) => request.wecomUser })).middleware)
const server = host.listen(0)
const { headers } = await createTestSession({ userId: 'zhangsan' }, sso)
const answer = await fetch('http://localhost:' + server.address().port + '/graphql', {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ me { id name } }' }),
})
const text = await answer.text()
if (JSON.parse(text).data.me.name !== '张三') throw new Error(text)
process.exit(0)
`

const yoga = `import { createYoga } from 'graphql-yoga'
import { startSimulator } from '@wecom-kit/simulator'
import { createWecomClient, createDirectory } from '@wecom-kit/core'
// The main entry too: @apollo/server is not there, and only apolloWecom would need it.
import { typeDefs } from '@wecom-kit/graphql'
import { wecomYoga } from '@wecom-kit/graphql/yoga'

const directory = createDirectory(createWecomClient((await startSimulator()).clientOptions()))
const yoga = createYoga(wecomYoga({ directory, viewer: () => ({ userId: 'zhangsan' }) }))
const answer = await yoga.fetch('http://localhost/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ me { id name } }' }),
})
const text = await answer.text()
if (JSON.parse(text).data.me.name !== '张三' || !typeDefs.includes('User')) throw new Error(text)
process.exit(0)
`

const ends: readonly (readonly [name: string, packages: readonly string[], program: string])[] = [
  ['the lowest of each', ['express@4.21.0', 'keyv@5.6.0', 'graphql@16.11.0', '@apollo/server@5.5.0'], start],
  ['the highest of each', ['express@5', 'keyv@6', 'graphql@16', '@apollo/server@5'], start],
  ['Express 4, keyv 6', ['express@4', 'keyv@6', 'graphql@16', '@apollo/server@5'], start],
  ['Yoga, lowest', ['graphql@16.11.0', 'graphql-yoga@5.24.0', 'express@5'], yoga],
  ['Yoga, highest', ['graphql@16', 'graphql-yoga@5', 'express@5'], yoga],
]

/** One row for each end of the peers' ranges: a server with a sign-in and a query, started with just these. */
export async function peerRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const [name, packages, program] of ends) {
    const title = `${name}: ${packages.join(', ')}`
    try {
      const project = await createUserProject(
        join(folder, 'peers', name.replaceAll(/\W/g, '-')),
        tarballs,
        packages,
      )
      project.write({ 'program.mjs': program })
      rows.push([title, cellOf(await project.run('node', ['program.mjs']))])
    } catch (error) {
      rows.push([title, failedCell(error)])
    }
  }
  return rows
}
