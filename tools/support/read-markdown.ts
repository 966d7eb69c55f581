/** A fenced code block. */
export interface CodeBlock {
  /** The word after the fence: `ts`, `sh`, … */
  readonly language: string
  readonly code: string
  /** Line of its fence, from 1. */
  readonly line: number
  /** X of `<!-- doc-test: X -->` on the line before the fence. */
  readonly mark: string | undefined
}

/** What the checks look at in a page. */
export interface MarkdownPage {
  readonly headings: readonly { readonly level: number; readonly text: string; readonly line: number }[]
  readonly blocks: readonly CodeBlock[]
  /** Rows of every table, in order, the separator line left out. */
  readonly tableRows: readonly { readonly cells: number; readonly line: number }[]
}

/** Reads headings, code blocks and table rows. Enough of Markdown for our own pages; no nested fences. */
export function readMarkdown(text: string): MarkdownPage {
  const headings: Heading[] = []
  const blocks: CodeBlock[] = []
  const tableRows: Row[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const fence = /^(\s*)(`{3,})(\w*)/.exec(line)
    if (fence !== null) {
      const end = lines.findIndex((other, at) => at > index && other.trim() === fence[2])
      const last = end === -1 ? lines.length : end
      blocks.push(codeBlock(lines, index, last, fence[3] ?? ''))
      index = last
      continue
    }
    const heading = /^(#{1,6}) (.*)$/.exec(line)
    if (heading !== null)
      headings.push({ level: (heading[1] ?? '').length, text: heading[2] ?? '', line: index + 1 })
    if (/^\|.*\|\s*$/.test(line) && !/^[|\s:-]+$/.test(line))
      tableRows.push({ cells: line.split(/(?<!\\)\|/).length - 2, line: index + 1 })
  }
  return { headings, blocks, tableRows }
}

type Heading = MarkdownPage['headings'][number]
type Row = MarkdownPage['tableRows'][number]

function codeBlock(lines: readonly string[], start: number, end: number, language: string): CodeBlock {
  const before = lines.slice(0, start).findLast((line) => line.trim() !== '') ?? ''
  const mark = /<!--\s*doc-test:\s*(.+?)\s*-->/.exec(before)?.[1]
  return { language, code: lines.slice(start + 1, end).join('\n'), line: start + 1, mark }
}
