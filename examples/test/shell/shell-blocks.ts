import { readMarkdown } from '../../../tools/support/read-markdown.ts'
import { listFiles, readText, repositoryRoot } from '../../../tools/support/repository.ts'

/** A shell block of a page. */
export interface ShellBlock {
  /** `packages/cli/README.md:15` */
  readonly place: string
  readonly page: string
  readonly code: string
  readonly lines: readonly string[]
}

/** Every shell block of our pages; the Chinese ones are the same, which is checked. */
export function readShellBlocks(): readonly ShellBlock[] {
  return listFiles(repositoryRoot)
    .filter((page) => page.endsWith('.md') && !/zh-CN|^docs\/decisions\/|^\.changeset\//.test(page))
    .flatMap((page) =>
      readMarkdown(readText(repositoryRoot, page))
        .blocks.filter(({ language }) => language === 'sh')
        .map(({ code, line }) => ({ place: `${page}:${line}`, page, code, lines: linesOf(code) })),
    )
}

/** Commands without comments; a line that ends with a backslash goes on. */
function linesOf(code: string): readonly string[] {
  const joined = code.replaceAll(/\\\n\s*/g, '')
  return joined.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
}
