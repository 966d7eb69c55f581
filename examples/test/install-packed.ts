import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { runProgram } from 'test-support/run-program'

/** Folder with the tarballs of all packages, as `pnpm matrix examples` packs them; undefined for the linked packages. */
export function packedFolder(): string | undefined {
  return process.env['EXAMPLES_TARBALLS']
}

/** A copy of an example with tarballs and released versions in place of the workspace's, installed by npm. */
export async function installPacked(folder: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), `${basename(folder)}-`))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  const isSource = (path: string): boolean => !/\/(?:node_modules|dist)$/.test(path)
  cpSync(folder, copy, { recursive: true, filter: isSource })
  const manifest = join(copy, 'package.json')
  writeFileSync(manifest, released(readFileSync(manifest, 'utf8')))
  await using npm = runProgram('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: copy,
    environment: process.env,
  })
  expect(await npm.finished, npm.output()).toBe(0)
  return copy
}

function released(manifest: string): string {
  const versions = catalog()
  return manifest
    .replaceAll(
      /"(@wecom-kit\/[\w-]+)": "workspace:\*"/g,
      (_match, name: string) => `"${name}": "file:${tarball(name)}"`,
    )
    .replaceAll(/"([@\w/-]+)": "catalog:"/g, (_match, name: string) => `"${name}": "${versions.get(name)}"`)
}

function tarball(name: string): string {
  const folder = packedFolder() ?? ''
  const file = readdirSync(folder).find((each) => each.startsWith(`wecom-kit-${basename(name)}-`))
  if (file === undefined) throw new Error(`${folder} has no tarball of ${name}`)
  return join(folder, file)
}

/** Versions of the workspace: the lines below `catalog:`. */
function catalog(): ReadonlyMap<string, string> {
  const text = readFileSync(join(import.meta.dirname, '../../pnpm-workspace.yaml'), 'utf8')
  const lines = text.slice(text.indexOf('\ncatalog:')).matchAll(/^ {2}'?([@\w/-]+)'?: '?(.+?)'?$/gm)
  return new Map([...lines].map(([, name = '', version = '']) => [name, version]))
}
