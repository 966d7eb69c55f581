import { readMarkdown } from '../../../tools/support/read-markdown.ts'
import { listFiles, readText, repositoryRoot } from '../../../tools/support/repository.ts'

/** A block of a page, whatever its language. */
export interface PageBlock {
  /** `packages/cli/README.md:15` */
  readonly place: string
  readonly page: string
  readonly language: string
  readonly code: string
}

/** A shell block of a page. */
export interface ShellBlock extends PageBlock {
  readonly lines: readonly string[]
}

/** Every block of our pages; the Chinese ones are the same, which is checked. */
export function readPageBlocks(): readonly PageBlock[] {
  return listFiles(repositoryRoot)
    .filter((page) => page.endsWith('.md') && !/zh-CN|^docs\/decisions\/|^\.changeset\//.test(page))
    .flatMap((page) =>
      readMarkdown(readText(repositoryRoot, page)).blocks.map(({ language, code, line }) => ({
        place: `${page}:${line}`,
        page,
        language,
        code,
      })),
    )
}

/** The shell blocks among them. */
export function readShellBlocks(): readonly ShellBlock[] {
  return readPageBlocks()
    .filter(({ language }) => language === 'sh')
    .map((block) => Object.assign(block, { lines: linesOf(block.code) }))
}

/** Commands without comments; a line that ends with a backslash goes on. */
function linesOf(code: string): readonly string[] {
  const joined = code.replaceAll(/\\\n\s*/g, '')
  return joined.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
}
