import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isRecord } from '../support/is-record.ts'
import { readText } from '../support/repository.ts'

/** Versions of our packages in a project; more than one where several copies of a package lie in it. */
export function installedVersions(folder: string): ReadonlyMap<string, readonly string[]> {
  const copies = new Map<string, Map<string, string>>()
  for (const modules of nodeModules(join(folder, 'node_modules'), new Set())) {
    for (const place of ourPackages(modules)) {
      const manifest: unknown = JSON.parse(readText(place, 'package.json'))
      const version = isRecord(manifest) ? String(manifest['version']) : '?'
      const known = copies.get(basename(place)) ?? new Map<string, string>()
      copies.set(basename(place), known.set(realpathSync(place), version))
    }
  }
  return new Map([...copies].map(([name, places]) => [name, [...places.values()].sort()]))
}

function ourPackages(modules: string): readonly string[] {
  const scope = join(modules, '@wecom-kit')
  const names = existsSync(scope) ? readdirSync(scope) : []
  return names.filter((name) => !name.startsWith('.')).map((name) => join(scope, name))
}

/** Every `node_modules` that our packages can see from where they lie, links followed. */
function nodeModules(modules: string, seen: Set<string>): readonly string[] {
  if (!existsSync(modules) || seen.has(realpathSync(modules))) return []
  seen.add(realpathSync(modules))
  const inner = ourPackages(modules).flatMap((link) => {
    const place = realpathSync(link)
    return [...nodeModules(join(place, 'node_modules'), seen), ...nodeModules(join(place, '..', '..'), seen)]
  })
  return [modules, ...inner]
}
