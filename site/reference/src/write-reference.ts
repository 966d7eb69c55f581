/**
 * Writes the API reference as Markdown below `dist`, from the doc blocks in the built declarations of every entry. A
 * `{@link}` that leads nowhere is a failure. TypeDoc needs a TypeScript with a compiler API, which is why this package has
 * one of its own.
 */
import { join } from 'node:path'
import { Application, type ProjectReflection, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { readEntries, type Entry } from './entries.ts'
import { shortenRoutes } from './shorten-routes.ts'

const folder = join(import.meta.dirname, '..')
const entries = readEntries()
const options: Partial<TypeDocOptions & PluginOptions> = {
  entryPoints: entries.map(({ file }) => file),
  tsconfig: join(folder, 'declarations.json'),
  out: join(folder, 'dist'),
  plugin: ['typedoc-plugin-markdown'],
  router: 'member',
  name: 'API reference',
  readme: 'none',
  entryFileName: 'index',
  excludeScopesInPaths: true,
  excludeExternals: true,
  disableSources: true,
  hidePageHeader: true,
  indexFormat: 'table',
  useHTMLEncodedBrackets: true,
  sanitizeComments: true,
  // The packages are compiled already, by a newer TypeScript.
  skipErrorChecking: true,
  validation: { invalidLink: true, invalidPath: true, notExported: true, notDocumented: false },
  logLevel: 'Warn',
}

const app = await Application.bootstrapWithPlugins(options)
const project = await app.convert()
if (project === undefined) throw new Error('TypeDoc cannot read the declarations of the packages')
nameByImport(project, entries)
shortenRoutes(project)
app.validate(project)
await app.generateOutputs(project)
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1

/** Names each entry as it is imported; TypeDoc names it by its file. */
function nameByImport(reflections: ProjectReflection, imports: readonly Entry[]): void {
  for (const module of reflections.children ?? []) {
    const file = reflections.getSymbolIdFromReflection(module)?.fileName
    const found = imports.find((entry) => entry.file === file)
    if (found !== undefined) module.name = found.name
  }
}
