import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A directory that goes away with the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'wecom-kit-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A directory that goes away with the surrounding `describe`. */
export function sharedDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'wecom-kit-'))
  afterAll(() => rm(directory, { recursive: true, force: true }))
  return directory
}
