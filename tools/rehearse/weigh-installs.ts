import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { succeed } from '../support/succeed.ts'
import { packageManagers } from './package-managers.ts'
import type { Registry } from './registry.ts'

/** What somebody installs for a purpose: ours first, then what else there is for it on npm. */
const installs: readonly (readonly [purpose: string, ...packages: readonly string[]])[] = [
  ['API client', '@wecom-kit/core'],
  ['API client', 'node-easywechat'],
  ['API client', 'wechat-enterprise-api'],
  ['API client', 'tnwx'],
  ['API client', 'wechat-work@0.2.1-beta.5'],
  ['sign-in', '@wecom-kit/express-middleware', '@wecom-kit/core'],
  ['sign-in', '@logto/connector-wecom'],
  ['sign-in (OIDC, not WeCom)', 'express-openid-connect'],
  ['GraphQL', '@wecom-kit/graphql', '@wecom-kit/core'],
  ['simulator', '@wecom-kit/simulator'],
  ['command line', '@wecom-kit/cli'],
]

/** Column names of the rows that {@link weighInstalls} answers. */
export const weightColumns: readonly string[] = ['for', 'installed', 'packages', 'MB']

/** How many packages and MB npm puts into a new project. Peers that a host has anyway (express, graphql) are left out. */
export async function weighInstalls(
  folder: string,
  registry: Registry,
): Promise<readonly (readonly string[])[]> {
  const [npm] = packageManagers
  const rows: (readonly string[])[] = []
  for (const [purpose, ...packages] of installs) {
    const project = join(folder, packages.join('+').replaceAll('/', '-'))
    npm?.prepare(project, registry.url)
    const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund']
    await succeed('npm', ['install', ...flags, ...packages], { cwd: project })
    const { packages: count, bytes } = weigh(join(project, 'node_modules'))
    rows.push([purpose, packages.join(' '), String(count), (bytes / 1e6).toFixed(1)])
  }
  return rows
}

interface Weight {
  readonly packages: number
  readonly bytes: number
}

function weigh(folder: string): Weight {
  let packages = 0
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    bytes += statSync(join(entry.parentPath, entry.name)).size
    if (entry.name === 'package.json' && /node_modules\/(?:@[^/]+\/)?[^/]+$/.test(entry.parentPath))
      packages += 1
  }
  return { packages, bytes }
}
