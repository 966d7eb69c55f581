/**
 * Prevents: unfinished work that looks finished: a marked gap, a test that is switched off or hides the others, a type
 * check that is silenced.
 */
import { listFiles, readText } from './support/repository.ts'

interface Shortcut {
  readonly what: string
  readonly pattern: RegExp
  readonly inTests: boolean
}

// A letter in brackets keeps this file from being found itself.
const shortcuts: readonly Shortcut[] = [
  { what: 'an unfinished mark', pattern: /\b(?:FIXM[E]|XX[X]|TOD[O])\b/, inTests: true },
  {
    what: 'a skipped, focused or empty test',
    pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\(/,
    inTests: true,
  },
  {
    what: 'the type any',
    pattern: /^(?!\s*(?:\*|\/[/*])).*(?::\s*|<|\bas )an[y]\b/,
    inTests: false,
  },
  { what: 'a cast through unknown', pattern: /\bas unknown\s+as\b/, inTests: false },
  { what: 'a silenced compiler', pattern: /@ts-(?:ignore|nocheck|expect-error)\b/, inTests: false },
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
