import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { succeed } from './succeed.ts'

/** Copies what git knows or would add: a place to change versions in, without this one. */
export async function copyRepository(from: string, to: string): Promise<void> {
  const listed = await succeed('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: from })
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(from, file), join(to, file))
  }
}
