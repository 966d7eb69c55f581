/**
 * Prevents: unfinished work that looks finished, where the linter has no rule for it: a test that passes because it
 * fails, a type check that is talked round, a rule that is silenced without a word. Marks of unfinished work, skipped and
 * focused tests, `any` and silenced compilers are refused by rules in `.oxlintrc.json`.
 */
import { listFiles, readText } from './support/repository.ts'

interface Shortcut {
  readonly what: string
  readonly pattern: RegExp
  readonly inTests: boolean
}

const shortcuts: readonly Shortcut[] = [
  {
    what: 'a test that has to fail',
    pattern: /\b(?:it|test)(?:\.\w+)*\.fails\(/,
    inTests: true,
  },
  // Words of a comment may be as unknown as before.
  { what: 'a cast through unknown', pattern: /^(?!\s*(?:\/?\*|\/\/)).*\bas unknown\s+as\b/, inTests: false },
  {
    what: 'a linter silenced without a reason after --',
    pattern: /\b(?:oxlint|eslint)-disable\b(?!.* -- \w)/,
    inTests: false,
  },
]

/** Lines of TypeScript that leave something undone or unchecked. */
export function checkShortcuts(root: string): readonly string[] {
  return listFiles(root)
    .filter((file) => /\.[mc]?[jt]s$/.test(file) && !file.includes('/fixtures/'))
    .flatMap((file) => problemsOf(file, readText(root, file)))
}

function problemsOf(file: string, text: string): readonly string[] {
  const isTest = /\.test(?:-d)?\.ts$|\/test\//.test(file)
  const applicable = shortcuts.filter(({ inTests }) => inTests || !isTest)
  return text
    .split('\n')
    .flatMap((line, index) =>
      applicable
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what }) => `${file}:${index + 1}: ${what}: ${line.trim().slice(0, 80)}`),
    )
}
