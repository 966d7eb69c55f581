/**
 * Prevents: a release that works in this workspace and nowhere else: a file missing from the tarball, a dependency that
 * is only there by luck, an export that leads to nothing, a declaration that a user's compiler refuses.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packedFileProblems } from './support/packed-file-problems.ts'
import { createPackedProject, type PackedProject } from './support/packed-project.ts'
import { readPackages } from './support/packages.ts'
import { readExportedNames } from './support/read-exported-names.ts'
import { listFiles, readText } from './support/repository.ts'
import { runCommand } from './support/run-command.ts'

/** Problems of the packed packages in a project that has nothing else. The packages must have been built. */
export async function checkPack(root: string): Promise<readonly string[]> {
  const packages = readPackages(root)
  const unbuilt = packages.filter(({ folder }) => !existsSync(join(root, folder, 'dist')))
  if (unbuilt.length > 0) return unbuilt.map(({ folder }) => `${folder}: has no dist, run pnpm build first`)
  using project = await createPackedProject(root, packages)
  return [
    ...packages.flatMap(({ name }) => {
      const folder = project.folderOf(name)
      return packedFileProblems(name, listPacked(folder), readText(folder, 'package.json'))
    }),
    ...sizeProblems(project),
    ...(await importProblems(root, project)),
    ...(await typeProblems(root, project)),
  ]
}

/** Bytes that a tarball may have, where we promise it. */
const largest: Readonly<Record<string, number>> = { '@wecom-kit/core': 250_000 }

function sizeProblems(project: PackedProject): readonly string[] {
  return Object.entries(largest).flatMap(([name, limit]) => {
    const folder = join(project.root, 'tarballs', name)
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size)
    return sizes
      .filter((size) => size > limit)
      .map((size) => `${name}: the tarball has ${size} bytes, at most ${limit} are promised`)
  })
}

/** `listFiles` leaves `dist` out, which is the point of a tarball. */
function listPacked(folder: string): readonly string[] {
  const dist = existsSync(join(folder, 'dist')) ? listFiles(join(folder, 'dist')) : []
  return [...listFiles(folder), ...dist.map((file) => `dist/${file}`)]
}

async function importProblems(root: string, project: PackedProject): Promise<readonly string[]> {
  const entries = Object.entries(readExportedNames(root))
  const problems = entries.map(async ([entry, { values }]) => {
    // A vitest fixture can only be loaded by vitest itself.
    const code = entry.endsWith('/vitest')
      ? `import.meta.resolve('${entry}'); console.log('${values.join()}')`
      : `console.log(Object.keys(await import('${entry}')).sort().join())`
    const { exitCode, output } = await runCommand(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: project.root,
      env: { NODE_OPTIONS: undefined },
    })
    if (exitCode !== 0) return [`${entry}: cannot be imported: ${output.trim().slice(0, 500)}`]
    return difference(entry, values, output.trim().split(','))
  })
  return (await Promise.all(problems)).flat()
}

function difference(
  entry: string,
  expected: readonly string[],
  actual: readonly string[],
): readonly string[] {
  const names = actual.filter((name) => name !== '')
  return [
    ...expected
      .filter((name) => !names.includes(name))
      .map((name) => `${entry}: the built package lacks ${name}`),
    ...names
      .filter((name) => !expected.includes(name))
      .map((name) => `${entry}: exports the unlisted ${name}`),
  ]
}

/**
 * A consumer that imports every name, under the two module resolutions in use and with our declarations checked
 * themselves (no `skipLibCheck`); what other packages' declarations do wrong is theirs.
 */
async function typeProblems(root: string, project: PackedProject): Promise<readonly string[]> {
  const lines = Object.entries(readExportedNames(root)).map(([entry, { values, types }], index) => {
    const names = [...values, ...types.map((name) => `type ${name}`)].map((name) =>
      name.replace(/(\w+)$/, `$1 as $1_${index}`),
    )
    return `export { ${names.join(', ')} } from '${entry}'`
  })
  writeFileSync(join(project.root, 'consumer.mts'), `${lines.join('\n')}\n`)
  const results = await Promise.all(['nodenext', 'bundler'].map((resolution) => compile(project, resolution)))
  const ours = /^(?:consumer\.mts|node_modules\/@wecom-kit\/).*error TS|^error TS/
  return results.flatMap((output) => output.split('\n').filter((line) => ours.test(line)))
}

async function compile(project: PackedProject, resolution: string): Promise<string> {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  )
  const strictness = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2024']
  const format = resolution === 'bundler' ? 'preserve' : 'nodenext'
  const modules = ['--module', format, '--moduleResolution', resolution, '--types', 'node']
  const { output } = await runCommand(
    process.execPath,
    [compiler, ...strictness, ...modules, 'consumer.mts'],
    { cwd: project.root },
  )
  return output
}
