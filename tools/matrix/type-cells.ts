import { join } from 'node:path'
import { readExportedNames } from '../support/read-exported-names.ts'
import { repositoryRoot } from '../support/repository.ts'
import type { Cell } from './cell.ts'
import { createUserProject, type UserProject } from './user-project.ts'

const versions = ['4.9', '5.0', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']

interface Kind {
  readonly name: string
  readonly file: 'consumer.ts' | 'consumer.mts' | 'consumer.cts'
  readonly options: readonly string[]
  /** Versions, as {@link number} counts them, that have the options. */
  readonly from: number
  readonly until?: number
  /** A code that these versions must answer, because ESM cannot be required there; the page says so. */
  readonly refused?: { readonly code: string; readonly until: number }
}

const neighbours = [
  'express@5',
  'graphql@16',
  '@apollo/server@5',
  'graphql-yoga@5',
  'vitest@5',
  'keyv@5',
  '@types/node@22',
  '@types/express@5',
]

const kinds: readonly Kind[] = [
  {
    name: 'commonjs with node',
    file: 'consumer.ts',
    options: ['--module', 'commonjs', '--moduleResolution', 'node', '--esModuleInterop'],
    from: 49,
    until: 59,
  },
  {
    name: 'esnext with bundler',
    file: 'consumer.ts',
    options: ['--module', 'esnext', '--moduleResolution', 'bundler'],
    from: 50,
  },
  { name: 'nodenext', file: 'consumer.mts', options: ['--module', 'nodenext'], from: 49 },
  { name: 'node20', file: 'consumer.mts', options: ['--module', 'node20'], from: 59 },
  {
    name: 'nodenext from CommonJS',
    file: 'consumer.cts',
    options: ['--module', 'nodenext'],
    from: 49,
    refused: { code: 'TS1479', until: 57 },
  },
  {
    name: 'node16 from CommonJS',
    file: 'consumer.cts',
    options: ['--module', 'node16'],
    from: 49,
    refused: { code: 'TS1479', until: Infinity },
  },
]

const strictest = [
  '--strict',
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--noImplicitOverride',
  '--noPropertyAccessFromIndexSignature',
  '--noImplicitReturns',
  '--noFallthroughCasesInSwitch',
  '--noUnusedLocals',
  '--noUnusedParameters',
  '--isolatedModules',
]

/** Column names of {@link typeRows}. */
export const typeColumns: readonly string[] = ['TypeScript', ...kinds.map(({ name }) => name)]

/** One row for each compiler: a program that imports every name of ours, under every module system. */
export async function typeRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const compilers = versions.map((version) => `ts${number(version)}@npm:typescript@~${version}.0`)
  const project = await createUserProject(join(folder, 'types'), tarballs, [...compilers, ...neighbours])
  const text = consumer()
  project.write({ 'consumer.ts': text, 'consumer.mts': text, 'consumer.cts': text })
  const rows: [string, ...Cell[]][] = []
  for (const version of versions) {
    const cells: Cell[] = []
    // One after the other: a compiler takes several hundred megabytes.
    for (const kind of kinds) cells.push(await compile(project, version, kind))
    rows.push([version, ...cells])
  }
  return rows
}

/** Without flags, and with every strict one: one word where both say the same. */
async function compile(project: UserProject, version: string, kind: Kind): Promise<Cell> {
  const now = number(version)
  if (now < kind.from || (kind.until !== undefined && now > kind.until)) return { text: '-', good: true }
  const loose = await compileWith(project, now, kind)
  const strict = await compileWith(project, now, { ...kind, options: [...kind.options, ...strictest] })
  if (loose.text === strict.text) return loose
  const output = `${loose.output}\n${strict.output}`
  return { text: `${loose.text}, strictest ${strict.text}`, good: false, output }
}

async function compileWith(project: UserProject, now: number, kind: Kind): Promise<Cell> {
  const compiler = join(project.folder, `node_modules/ts${now}/bin/tsc`)
  const always = ['--noEmit', '--skipLibCheck', '--target', 'es2022', '--types', 'node']
  const { exitCode, output } = await project.run('node', [compiler, ...always, ...kind.options, kind.file])
  const { refused } = kind
  if (refused !== undefined && now <= refused.until) {
    const asSaid = output.includes(refused.code)
    return { text: asSaid ? refused.code : 'FAILS', good: asSaid, output }
  }
  return exitCode === 0 ? { text: 'ok', good: true } : { text: 'FAILS', good: false, output }
}

function number(version: string): number {
  return Number(version.replace('.', ''))
}

/** Every exported name, and options as people fill them: from the environment, which may lack each of them. */
function consumer(): string {
  const names = Object.entries(readExportedNames(repositoryRoot)).map(([entry, { values, types }], index) => {
    const list = [...values, ...types.map((name) => `type ${name}`)]
    return `export { ${list.map((name) => name.replace(/(\w+)$/, `$1 as $1_${index}`)).join(', ')} } from '${entry}'`
  })
  return `${names.join('\n')}
import { createWecomClient } from '@wecom-kit/core'
import { wecomSSO } from '@wecom-kit/express-middleware'

export const client = createWecomClient({
  corpId: process.env['WECOM_CORP_ID'] ?? '',
  secret: process.env['WECOM_APP_SECRET'] ?? '',
  baseUrl: process.env['WECOM_API_BASE_URL'],
  authorizeBaseUrl: process.env['WECOM_AUTHORIZE_BASE_URL'],
  loginBaseUrl: process.env['WECOM_LOGIN_BASE_URL'],
})
export const sso = wecomSSO({
  client,
  sessionSecret: process.env['SESSION_SECRET'] ?? '',
  baseUrl: process.env['BASE_URL'],
  appName: process.env['APP_NAME'],
  session: { name: process.env['COOKIE'], cookie: { domain: process.env['DOMAIN'] } },
})
`
}
