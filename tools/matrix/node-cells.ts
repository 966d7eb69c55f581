import { join } from 'node:path'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { createUserProject } from './user-project.ts'

const program = `import express from 'express'
import { startSimulator } from '@wecom-kit/simulator'
import { createWecomClient } from '@wecom-kit/core'
import { wecomSSO, requireWecomUser } from '@wecom-kit/express-middleware'
import { createTestSession } from '@wecom-kit/express-middleware/testing'

const simulator = await startSimulator()
const [app] = simulator.apps
const hosts = { baseUrl: simulator.url, authorizeBaseUrl: simulator.url, loginBaseUrl: simulator.url }
const client = createWecomClient({ corpId: simulator.corp.id, agentId: app.agentId, secret: app.secret, ...hosts })
const sso = wecomSSO({ client, sessionSecret: 'for localhost only, refused anywhere else', baseUrl: 'http://localhost' })
const server = express().use(sso).get('/', requireWecomUser(), (request, response) => response.json(request.wecomUser)).listen(0)
const { headers } = createTestSession({ userId: 'zhangsan' }, sso)
const answer = await fetch('http://localhost:' + server.address().port + '/', { headers })
if ((await answer.json()).userId !== 'zhangsan') throw new Error('not signed in')
if ((await client.users.get('zhangsan')).name !== '张三') throw new Error('nobody')
server.close()
await client.close()
await simulator.close()
`

// What the npm package `node` would install with a script of its own, which npm does not run unasked.
const binaryPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const versions = ['20', '22.19.0', '24', 'latest']

/** One row for each Node, an npm package here: ESM, and `require()` from CommonJS. */
export async function nodeRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const version of versions) rows.push(await nodeRow(folder, tarballs, version))
  return rows
}

/** Column names of {@link nodeRows}. */
export const nodeColumns: readonly string[] = ['Node', 'import', 'require()']

async function nodeRow(
  folder: string,
  tarballs: readonly string[],
  version: string,
): Promise<[string, ...Cell[]]> {
  try {
    const packages = ['express@5', 'graphql@16', `${binaryPackage}@${version}`]
    const project = await createUserProject(join(folder, 'nodes', version), tarballs, packages)
    project.write({
      'program.mjs': program,
      'program.cjs': `console.log(require('@wecom-kit/core').errcodeInfo(0).code)`,
    })
    const node = join(project.folder, 'node_modules', binaryPackage, 'bin/node')
    const { output } = await project.run(node, ['--version'])
    const imported = await project.run(node, ['program.mjs'])
    const required = await project.run(node, ['program.cjs'])
    if (version !== '20') return [output.trim(), cellOf(imported), cellOf(required)]
    const told = imported.output.includes('needs Node 22.19 or newer')
    const refusal = { text: told ? 'says what it needs' : 'FAILS', good: told, output: imported.output }
    return [output.trim(), refusal, { text: 'refused', good: required.exitCode !== 0 }]
  } catch (error) {
    return [version, failedCell(error)]
  }
}
