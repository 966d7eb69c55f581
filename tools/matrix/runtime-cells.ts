import { join } from 'node:path'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { signInProgram } from './sign-in-program.ts'
import { createUserProject } from './user-project.ts'

/** A runtime as an npm package: the binary that the package of its name would put there with a script of its own. */
interface Runtime {
  readonly name: string
  readonly version: string
  readonly package: string
  readonly file: string
  readonly run: readonly string[]
}

const cpu = process.arch
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${cpu}`
const node = (version: string): Runtime => ({
  name: 'Node',
  version,
  package: nodePackage,
  file: 'bin/node',
  run: [],
})

const runtimes: readonly Runtime[] = [
  ...['20', '22.19.0', '24', 'latest'].map(node),
  {
    name: 'Bun',
    version: 'latest',
    package: `@oven/bun-${process.platform}-${cpu}`,
    file: 'bin/bun',
    run: [],
  },
  {
    name: 'Deno',
    version: 'latest',
    package: `@deno/${process.platform}-${cpu}${process.platform === 'linux' ? '-glibc' : ''}`,
    file: 'deno',
    run: ['run', '--allow-all'],
  },
]

/** Column names of {@link runtimeRows}. */
export const runtimeColumns: readonly string[] = ['runtime', 'signs in', 'require()']

/** One row for each runtime: a whole sign-in with a query, and `require()` from CommonJS. */
export async function runtimeRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const runtime of runtimes) rows.push(await runtimeRow(folder, tarballs, runtime))
  return rows
}

async function runtimeRow(
  folder: string,
  tarballs: readonly string[],
  runtime: Runtime,
): Promise<[string, ...Cell[]]> {
  const title = `${runtime.name} ${runtime.version}`
  try {
    const packages = ['express@5', 'graphql@16', '@apollo/server@5', `${runtime.package}@${runtime.version}`]
    const place = join(folder, 'runtimes', title.replace(' ', '-'))
    const project = await createUserProject(place, tarballs, packages)
    project.write({
      'program.mjs': signInProgram,
      'program.cjs': `if (require('@wecom-kit/core').errcodeInfo(0).code !== 0) throw new Error('nothing there')`,
    })
    const program = join(project.folder, 'node_modules', runtime.package, runtime.file)
    const { output } = await project.run(program, ['--version'])
    const named = `${runtime.name} ${/\d+\.\d+\.\d+/.exec(output)?.[0] ?? runtime.version}`
    const imported = await project.run(program, [...runtime.run, 'program.mjs'])
    const required = await project.run(program, [...runtime.run, 'program.cjs'])
    if (runtime.version !== '20') return [named, cellOf(imported), cellOf(required)]
    const told = imported.output.includes('needs Node 22.19 or newer')
    const refusal = {
      text: told ? 'refused, says what it needs' : 'FAILS',
      good: told,
      output: imported.output,
    }
    return [named, refusal, { text: 'refused', good: required.exitCode !== 0, output: required.output }]
  } catch (error) {
    return [title, failedCell(error), { text: '-', good: true }]
  }
}
