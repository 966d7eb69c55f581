/**
 * Prevents: an empty release. `prepack` of every package: packing or publishing without a build leaves a tarball that
 * installs and cannot be imported. Run in the folder of the package.
 */
import { existsSync, readFileSync } from 'node:fs'
import { isRecord } from './support/is-record.ts'
import { targetFiles } from './support/target-files.ts'

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
const missing = targetFiles(manifest).filter((file) => !existsSync(file))
if (missing.length > 0) {
  const name = isRecord(manifest) ? String(manifest['name']) : 'This package'
  console.error(
    `${name} cannot be packed, ${missing.join(', ')} is not there: run "npx -y pnpm@12 build" first`,
  )
  process.exitCode = 1
}
