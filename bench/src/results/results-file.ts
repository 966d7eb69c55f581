import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem, type as systemType } from 'node:os'
import { createRequire } from 'node:module'
import type { ResultTable } from './record.ts'

/** Measured tables with where and with what they were measured; README and pages are written from it. */
export interface Results {
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly tables: readonly ResultTable[]
}

const file = new URL('../../results/latest.json', import.meta.url)

/** Puts the tables of this run into the file; of this machine's earlier ones, those that were not measured again stay. */
export function keepResults(tables: readonly ResultTable[]): Results {
  const fresh = new Set(tables.map(({ id }) => id))
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: versions(),
    tables: [...earlierTables().filter(({ id }) => !fresh.has(id)), ...tables],
  }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  return results
}

function earlierTables(): readonly ResultTable[] {
  try {
    const earlier: Results = JSON.parse(readFileSync(file, 'utf8'))
    return earlier.machine === machine() ? earlier.tables : []
  } catch {
    return []
  }
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GB, ${systemType()}, Node ${process.versions.node}`
}

const peers = [
  'express',
  'express-session',
  'connect-redis',
  'cookie-session',
  'iron-session',
  'express-openid-connect',
  'graphql',
  '@apollo/server',
  'graphql-yoga',
  'graphql-jit',
]

function versions(): Record<string, string> {
  const { resolve } = createRequire(import.meta.url)
  return Object.fromEntries(peers.map((name) => [name, versionAbove(resolve(name), name)]))
}

/** Not every package exports its package.json. */
function versionAbove(path: string, name: string): string {
  const at = path.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length
  const { version }: { version: string } = JSON.parse(
    readFileSync(`${path.slice(0, at)}package.json`, 'utf8'),
  )
  return version
}
