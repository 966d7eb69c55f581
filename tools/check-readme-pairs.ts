/**
 * Prevents: two languages that drift apart, until the Chinese page shows a command that no longer exists. English is
 * canonical; the prose is free, and so are comments in code, the words of output and the labels of drawings, but headings, code and table rows
 * are the same in both.
 */
import { languagePairs } from './support/language-pairs.ts'
import { type CodeBlock, type MarkdownPage, readMarkdown } from './support/read-markdown.ts'
import { listFiles, readText } from './support/repository.ts'

/** Problems with pages that have a Chinese twin, and with READMEs and guides that have none. */
export function checkReadmePairs(root: string): readonly string[] {
  const files = listFiles(root)
  const pairs = languagePairs(files)
  const twinned = new Set(pairs.map(({ english }) => english))
  const alone = files.filter((file) => needsTwin(file) && !twinned.has(file))
  return [
    ...alone.map((file) => `${file}: has no Chinese twin`),
    ...pairs
      .filter(({ english }) => !files.includes(english))
      .map(({ english, chinese }) => `${chinese}: has no English page ${english}`),
    ...pairs
      .filter(({ english }) => files.includes(english))
      .flatMap(({ english, chinese }) =>
        compare(chinese, readMarkdown(readText(root, english)), readMarkdown(readText(root, chinese))),
      ),
  ]
}

/** The glossary holds both languages; decisions are English. */
function needsTwin(file: string): boolean {
  return (
    /^(?:(?:packages|apps)\/[^/]+\/)?(?:README|CONTRIBUTING)\.md$/.test(file) ||
    /^docs\/(?!decisions\/|glossary\.md$)(?!.*zh-CN).*\.md$/.test(file)
  )
}

function compare(file: string, english: MarkdownPage, chinese: MarkdownPage): readonly string[] {
  return [
    ...compareHeadings(file, english, chinese),
    ...compareBlocks(file, english, chinese),
    ...compareTables(file, english, chinese),
  ]
}

function compareHeadings(file: string, english: MarkdownPage, chinese: MarkdownPage): readonly string[] {
  const index = firstDifference(english.headings, chinese.headings, (a, b) => a.level === b.level)
  if (index === undefined) return []
  const expected = english.headings[index]
  const actual = chinese.headings[index]
  const wanted =
    expected === undefined ? 'no heading' : `the twin of "${expected.text}" (level ${expected.level})`
  return [`${file}:${actual?.line ?? 'end'}: expected ${wanted}, found ${actual?.text ?? 'nothing'}`]
}

function compareBlocks(file: string, english: MarkdownPage, chinese: MarkdownPage): readonly string[] {
  const index = firstDifference(
    english.blocks,
    chinese.blocks,
    (a, b) => codeOf(a) === codeOf(b) && a.language === b.language && a.mark === b.mark,
  )
  if (index === undefined) return []
  const line = chinese.blocks[index]?.line ?? 'end'
  return [`${file}:${line}: code block ${index + 1} is not the one of the English page`]
}

/**
 * A block without what is read: comments, what a program prints, of which the number of lines is left, and all texts of
 * drawings, of which first words and arrows are left.
 */
function codeOf({ language, code }: CodeBlock): string {
  if (language === 'text') return code.replaceAll(/[^\n]/g, '')
  if (language === 'mermaid') return (code.match(/^ *\w+|-+>+/gm) ?? []).join('\n')
  return code.replaceAll(/(^|\s)(\/\/|#) .*$/gm, '$1$2')
}

function compareTables(file: string, english: MarkdownPage, chinese: MarkdownPage): readonly string[] {
  const index = firstDifference(english.tableRows, chinese.tableRows, (a, b) => a.cells === b.cells)
  if (index === undefined) return []
  const line = chinese.tableRows[index]?.line ?? 'end'
  return [`${file}:${line}: table row ${index + 1} has no equal in the English page`]
}

function firstDifference<T>(
  left: readonly T[],
  right: readonly T[],
  same: (left: T, right: T) => boolean,
): number | undefined {
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [left[index], right[index]]
    if (a === undefined || b === undefined || !same(a, b)) return index
  }
  return undefined
}
