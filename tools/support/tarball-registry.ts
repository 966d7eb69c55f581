import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename } from 'node:path'
import { isRecord } from './is-record.ts'
import { succeed } from './succeed.ts'

/** A registry on loopback that hands out our tarballs and sends every other request to the registry npm is set to. */
export interface TarballRegistry extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string
}

/** Starts it: install lines then run letter by letter, with packages that are released nowhere yet. */
export async function startTarballRegistry(tarballs: readonly string[]): Promise<TarballRegistry> {
  const upstream = (await succeed('npm', ['config', 'get', 'registry'])).trim()
  const packed = new Map<string, Packed>()
  for (const tarball of tarballs) {
    const each = await readTarball(tarball)
    packed.set(each.name, each)
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url)
    const path = decodeURIComponent(pathname).slice(1)
    const file = [...packed.values()].find(({ tarball }) => basename(tarball) === path)
    const whole = packed.get(path)
    const latest = packed.get(path.replace(/\/latest$/, ''))
    if (file !== undefined) response.end(readFileSync(file.tarball))
    else if (whole !== undefined) response.end(JSON.stringify(packument(whole, url)))
    else if (latest !== undefined) response.end(JSON.stringify(versionOf(latest, url)))
    else response.writeHead(302, { location: upstream + (request.url ?? '/').slice(1) }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Packed {
  readonly name: string
  readonly version: string
  readonly manifest: Readonly<Record<string, unknown>>
  readonly tarball: string
}

async function readTarball(tarball: string): Promise<Packed> {
  const manifest: unknown = JSON.parse(await succeed('tar', ['-xzOf', tarball, 'package/package.json']))
  if (!isRecord(manifest)) throw new TypeError(`${tarball} has no package.json`)
  return { name: String(manifest['name']), version: String(manifest['version']), manifest, tarball }
}

/** What a registry says about a package: this one version, released long enough ago for everybody. */
function packument(packed: Packed, url: string): object {
  const { name, version } = packed
  return {
    name,
    'dist-tags': { latest: version },
    time: { [version]: '2026-01-01T00:00:00.000Z' },
    versions: { [version]: versionOf(packed, url) },
  }
}

function versionOf({ manifest, tarball }: Packed, url: string): object {
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  return { ...manifest, dist: { tarball: `${url}${basename(tarball)}`, integrity } }
}
