/**
 * Prevents: a promise in SECURITY.md that no test holds any more. The numbers in a link's text (`A1–A12`, `abuse 36`)
 * must be numbers in the names of tests in the file it leads to.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './support/repository.ts'

const page = 'SECURITY.md'
const testLink = /\[([^\]]+)\]\(\.\/([^)]+\.test\.ts)\)/g

/** Numbered cases that the threat model names and that the linked test file does not have. */
export function checkThreatModel(root: string): readonly string[] {
  return [...readText(root, page).matchAll(testLink)].flatMap(([, text = '', file = '']) => {
    if (!existsSync(join(root, file))) return [`${page}: ${file} does not exist`]
    const tests = readText(root, file)
    return casesOf(text)
      .filter((name) => !new RegExp(`['"\`]${name}\\b`).test(tests))
      .map((name) => `${page}: ${name} is no test of ${file}`)
  })
}

function casesOf(text: string): readonly string[] {
  if (text.startsWith('abuse ')) return (text.match(/\d+/g) ?? []).map((number) => `abuse ${number}`)
  return text.match(/\b[A-Z]\d+\b/g) ?? []
}
