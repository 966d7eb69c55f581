/** Writes the list that `check-exports.ts` compares with. Run it after an intended change: `pnpm exports:write`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportedNames, exportedNamesFile } from './support/exported-names.ts'
import { repositoryRoot } from './support/repository.ts'

const text = JSON.stringify(exportedNames(repositoryRoot), undefined, 2)
writeFileSync(join(repositoryRoot, exportedNamesFile), `${text}\n`)
