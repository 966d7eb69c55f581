import { join } from 'node:path'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { createUserProject, type UserProject } from './user-project.ts'

const entry = `import { createWecomClient, isWecomError } from '@wecom-kit/core'
import { wecomSSO } from '@wecom-kit/express-middleware'
import { createWecomGraphQL } from '@wecom-kit/graphql'

const client = createWecomClient({ corpId: 'ww1', agentId: 1, secret: 'x', baseUrl: 'http://127.0.0.1:1' })
wecomSSO({ client, sessionSecret: 'for localhost only, refused anywhere else', baseUrl: 'http://localhost' })
const { schema } = createWecomGraphQL({ client })
const error = await client.users.get('a').catch((reason) => reason)
if (!isWecomError(error) || schema.getType('User') === undefined) throw error
await client.close()
console.log('bundled')
`

// Packages that look at their own place or are CommonJS ask for these.
const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

interface Bundler {
  readonly name: string
  readonly packages: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly command: readonly [string, ...string[]]
}

const bundlers: readonly Bundler[] = [
  {
    name: 'esbuild, ESM with its banner',
    packages: ['esbuild'],
    files: {},
    command: [
      'esbuild',
      'entry.mjs',
      '--bundle',
      '--platform=node',
      '--format=esm',
      '--outfile=out/entry.mjs',
      `--banner:js=${banner}`,
    ],
  },
  {
    name: 'Vite, SSR build',
    packages: ['vite@8'],
    files: {
      'vite.config.mjs': `export default { ssr: { noExternal: true }, build: { ssr: 'entry.mjs', outDir: 'out', target: 'node22', rollupOptions: { output: { entryFileNames: 'entry.mjs' } } } }`,
    },
    command: ['vite', 'build'],
  },
  {
    name: 'webpack, ESM',
    packages: ['webpack@5', 'webpack-cli'],
    files: {
      'webpack.config.mjs': `export default { mode: 'production', target: 'node22', entry: './entry.mjs', experiments: { outputModule: true }, output: { path: import.meta.dirname + '/out', filename: 'entry.mjs', module: true, library: { type: 'module' } }, optimization: { minimize: false } }`,
    },
    command: ['webpack'],
  },
  {
    name: 'rollup',
    packages: ['rollup@4', '@rollup/plugin-node-resolve', '@rollup/plugin-commonjs', '@rollup/plugin-json'],
    files: {
      'rollup.config.mjs': `import resolve from '@rollup/plugin-node-resolve'
import commonjs from '@rollup/plugin-commonjs'
import json from '@rollup/plugin-json'
export default { input: 'entry.mjs', output: { file: 'out/entry.mjs', format: 'esm', inlineDynamicImports: true }, plugins: [resolve({ preferBuiltins: true, exportConditions: ['node'] }), commonjs({ ignoreDynamicRequires: true }), json()] }`,
    },
    command: ['rollup', '--config', 'rollup.config.mjs'],
  },
]

/** One row for each bundler: the three packages in one file, and that file run without `node_modules`. */
export async function bundlerRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const bundler of bundlers) rows.push([bundler.name, ...(await bundle(folder, tarballs, bundler))])
  return rows
}

/** Column names of {@link bundlerRows}. */
export const bundlerColumns: readonly string[] = ['bundler', 'builds', 'runs']

async function bundle(
  folder: string,
  tarballs: readonly string[],
  bundler: Bundler,
): Promise<readonly Cell[]> {
  try {
    const place = join(folder, 'bundlers', bundler.name.replaceAll(/\W/g, '-'))
    const project = await createUserProject(place, tarballs, ['express@5', 'graphql@16', ...bundler.packages])
    project.write({ 'entry.mjs': entry, ...bundler.files })
    const [program, ...args] = bundler.command
    const built = cellOf(await project.run(program, args))
    return [built, built.good ? await runAlone(project) : { text: '-', good: true }]
  } catch (error) {
    return [failedCell(error), { text: '-', good: true }]
  }
}

async function runAlone(project: UserProject): Promise<Cell> {
  project.write({ 'out/package.json': '{ "type": "module" }' })
  const alone = join(project.folder, '..', `${project.folder.split('/').at(-1)}-alone`)
  await project.run('cp', ['-r', 'out', alone])
  return cellOf(await project.run('node', [join(alone, 'entry.mjs')]))
}
