import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'

const program = `
import { readFileSync } from 'node:fs'
import dockerfile from 'dockerfile-utils'
const problems = dockerfile.validate(readFileSync(process.argv[2], 'utf8'))
console.log(problems.map(({ message }) => message).join('\\n'))
process.exitCode = problems.length
`

/** No container engine builds it where our tests run: a parser reads its instructions. */
export async function checkDockerfile(code: string, place: ShellPlace): Promise<void> {
  writeFileSync(join(place.folder, 'check-dockerfile.mjs'), program)
  writeFileSync(join(place.folder, 'Dockerfile.printed'), `${code}\n`)
  await runShell(place, 'node check-dockerfile.mjs Dockerfile.printed')
}
