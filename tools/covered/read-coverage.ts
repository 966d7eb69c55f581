import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realEndpoints } from '../../packages/simulator/src/endpoints/endpoints.ts'
import { listFiles, readText } from '../support/repository.ts'

/** What the page needs to know of a path. */
export interface CoveredRoute {
  readonly route: string
  readonly path: string
  readonly area: string
  /** A method of the client calls it. */
  readonly hasMethod: boolean
  /** The simulator behaves like WeCom; else it answers in the documented shape. */
  readonly isSimulated: boolean
  readonly contactsSync: 'only' | 'old-ips-only' | undefined
  readonly systemSecretEnded: boolean
}

/** The names of an area in both languages. */
export interface AreaName {
  readonly en: string
  readonly zh: string
}

interface RoutesFile {
  readonly routes: readonly {
    readonly route: string
    readonly area: string
    readonly contactsSync?: 'only' | 'old-ips-only'
    readonly systemSecretEnded?: boolean
  }[]
}

const facts = 'packages/core/tools/routes'

/** Every documented path with what our packages do with it. */
export function readCoverage(root: string): readonly CoveredRoute[] {
  const file: RoutesFile = JSON.parse(readFileSync(join(root, facts, 'routes.json'), 'utf8'))
  const called = textsOfClient(root)
  const simulated = new Set(realEndpoints.map(({ path }) => path))
  return file.routes.map(({ route, area, contactsSync, systemSecretEnded = false }) => {
    const path = route.slice(route.indexOf(' ') + 1)
    return {
      route,
      path,
      area,
      hasMethod: called.has(path.replace('/cgi-bin/', '')),
      isSimulated: simulated.has(path),
      contactsSync,
      systemSecretEnded,
    }
  })
}

/** The areas in both languages. */
export function readAreaNames(root: string): Readonly<Record<string, AreaName>> {
  const names: Readonly<Record<string, AreaName>> = JSON.parse(readText(root, `${facts}/areas.json`))
  return names
}

/** Paths that stand in the client's sources, without `/cgi-bin/`. */
function textsOfClient(root: string): ReadonlySet<string> {
  const sources = listFiles(root).filter((file) =>
    /^packages\/core\/src\/(?:endpoints|client)\/[\w-]+(?<!\.test)\.ts$/.test(file),
  )
  const literal = /['"`](?:(?:GET|POST) )?(?:\/cgi-bin\/)?([a-z]\w*(?:\/\w+)*)['"`]/g
  return new Set(
    sources.flatMap((file) => {
      // Doc blocks name paths that nobody calls.
      const code = readText(root, file).replaceAll(/\/\*\*[^]*?\*\//g, '')
      return [...code.matchAll(literal)].map(([, path = '']) => path)
    }),
  )
}
