/**
 * Prevents: a misreading of WeCom's documents that is written once and shared by the simulator and the code it tests
 * (both would agree and be wrong); a framework creeping into core; folders that import each other in a circle, so
 * that nothing can be read, tested or moved alone.
 */
import { dirname, posix } from 'node:path'
import { findCycle } from './support/find-cycle.ts'
import { readPackages, type WorkspacePackage } from './support/packages.ts'
import { type ImportLine, readImports } from './support/read-imports.ts'
import { listFiles, readText } from './support/repository.ts'

/** Which of our packages a package's sources may import. Tests may also use the simulator. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  '@wecom-kit/core': [],
  '@wecom-kit/simulator': [],
  '@wecom-kit/express-middleware': ['@wecom-kit/core'],
  '@wecom-kit/graphql': ['@wecom-kit/core'],
  '@wecom-kit/cli': ['@wecom-kit/core', '@wecom-kit/simulator'],
}

const frameworks =
  /^(?:express|express4|@types\/express|graphql|@apollo\/.*|@as-integrations\/.*|graphql-yoga)$/

interface SourceFile {
  readonly file: string
  readonly imports: readonly ImportLine[]
}

/** Problems with who imports whom: between packages, and between the folders of each package. */
export function checkBoundaries(root: string): readonly string[] {
  return readPackages(root).flatMap((workspacePackage) => {
    const files = sourceFiles(root, workspacePackage)
    return [
      ...files.flatMap((source) => [
        ...packageProblems(workspacePackage, source),
        ...indexProblems(workspacePackage, source),
        ...outsideProblems(workspacePackage, source),
      ]),
      ...folderProblems(workspacePackage, files),
      ...fileProblems(workspacePackage, files),
      ...manifestProblems(workspacePackage),
    ]
  })
}

function sourceFiles(root: string, { folder }: WorkspacePackage): readonly SourceFile[] {
  return listFiles(root)
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.ts'))
    .map((file) => ({ file, imports: readImports(readText(root, file)) }))
}

function packageProblems({ name }: WorkspacePackage, { file, imports }: SourceFile): readonly string[] {
  const allowed = [name, ...(arrows[name] ?? [])]
  if (isTest(file) && name !== '@wecom-kit/simulator') allowed.push('@wecom-kit/simulator')
  return imports.flatMap(({ specifier }) => {
    const target = packageName(specifier)
    if (target.startsWith('@wecom-kit/') && !allowed.includes(target))
      return [`${file}: ${name} may not import ${target}`]
    if (target === 'test-support' && !isTest(file))
      return [`${file}: test-support is there for tests and is not published`]
    if (name === '@wecom-kit/core' && frameworks.test(target) && !isTest(file))
      return [`${file}: core imports the framework ${target}`]
    return []
  })
}

function indexProblems({ entries }: WorkspacePackage, { file, imports }: SourceFile): readonly string[] {
  const entryFiles = [...entries.values()]
  if (isTest(file) || !file.includes('/src/') || entryFiles.includes(file)) return []
  return imports
    .map(({ specifier }) => resolveRelative(file, specifier))
    .filter((target) => target !== undefined && (entryFiles.includes(target) || target.endsWith('/index.ts')))
    .map((target) => `${file}: imports the entry ${target}, whose place is the outside`)
}

function outsideProblems({ folder }: WorkspacePackage, { file, imports }: SourceFile): readonly string[] {
  if (file.endsWith('tsdown.config.ts')) return []
  return imports
    .map(({ specifier }) => resolveRelative(file, specifier))
    .filter((target) => target !== undefined && !target.startsWith(`${folder}/`))
    .map((target) => `${file}: reaches out of its package to ${target}`)
}

function folderProblems(
  { folder, entries }: WorkspacePackage,
  files: readonly SourceFile[],
): readonly string[] {
  const source = `${folder}/src/`
  const entryFiles = new Set(entries.values())
  const graph = new Map<string, Set<string>>()
  for (const { file, imports } of files) {
    if (!file.startsWith(source) || isTest(file) || entryFiles.has(file)) continue
    const from = unitOf(source, file)
    const targets = imports.map(({ specifier }) => resolveRelative(file, specifier))
    for (const target of targets) {
      if (target === undefined || !target.startsWith(source)) continue
      const to = unitOf(source, target)
      if (to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  }
  const cycle = findCycle(graph)
  return cycle === undefined ? [] : [`${folder}/src: folders import each other: ${cycle.join(' -> ')}`]
}

/** Types go in circles, too, where the linter looks at values alone: such files can only be read together. */
function fileProblems({ folder }: WorkspacePackage, files: readonly SourceFile[]): readonly string[] {
  const source = `${folder}/src/`
  const graph = new Map<string, Set<string>>()
  for (const { file, imports } of files) {
    if (!file.startsWith(source) || isTest(file)) continue
    const targets = imports.map(({ specifier }) => resolveRelative(file, specifier))
    graph.set(file, new Set(targets.filter((target) => target !== undefined)))
  }
  const cycle = findCycle(graph)
  return cycle === undefined ? [] : [`files import each other: ${cycle.join(' -> ')}`]
}

function manifestProblems({ folder, name, manifest }: WorkspacePackage): readonly string[] {
  const runtime = { ...toRecord(manifest['dependencies']), ...toRecord(manifest['peerDependencies']) }
  return Object.keys(runtime)
    .filter(
      (dependency) => dependency.startsWith('@wecom-kit/') && !(arrows[name] ?? []).includes(dependency),
    )
    .map((dependency) => `${folder}/package.json: ${name} may not depend on ${dependency}`)
}

/** The first folder below `src`, or the file itself where it lies in `src`. */
function unitOf(source: string, file: string): string {
  return file.slice(source.length).split('/')[0] ?? file
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('.test-d.ts') || !file.includes('/src/')
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function resolveRelative(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : undefined
}

function toRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
