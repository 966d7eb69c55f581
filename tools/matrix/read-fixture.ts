import { readText } from '../support/repository.ts'
import { join } from 'node:path'

/** A program that runs in a project of a user. */
export function readFixture(name: string): string {
  return readText(join(import.meta.dirname, 'fixtures'), name)
}
