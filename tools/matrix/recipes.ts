import { readMarkdown } from '../support/read-markdown.ts'
import { readText, repositoryRoot } from '../support/repository.ts'

/** How one test runner is set up, as the page tells it. */
export interface Recipe {
  readonly name: string
  readonly install: readonly string[]
  readonly files: Readonly<Record<string, string>>
  /** The command to run, with its environment in front. */
  readonly command: string
}

const page = 'docs/guides/testing.md'

/**
 * The recipes of the page: below each heading an install line, files whose first line is a comment with their name, and
 * the command. What stands before the first recipe belongs to all of them.
 *
 * @throws Error for a recipe without a command
 */
export function readRecipes(): readonly Recipe[] {
  const { blocks, headings } = readMarkdown(readText(repositoryRoot, page))
  const recipes = headings.filter(({ level }) => level === 3)
  const starts = recipes.map(({ line }) => line)
  const shared = blocks.filter(({ line }) => line < (starts[0] ?? Infinity))
  return recipes.map(({ line, text }, index) => {
    const own = blocks.filter((block) => block.line > line && block.line < (starts[index + 1] ?? Infinity))
    const shell = own
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.trim().split('\n'))
    const [installLine = '', command] = shell
    if (command === undefined) throw new Error(`${page}: ${text} says no command`)
    return {
      name: text,
      install: packagesOf(installLine),
      files: { ...filesOf(shared), ...filesOf(own) },
      command,
    }
  })
}

function packagesOf(line: string): readonly string[] {
  return line.replace(/^npm install -D /, '').split(' ')
}

function filesOf(blocks: readonly { language: string; code: string }[]): Readonly<Record<string, string>> {
  const named = blocks.flatMap(({ code }) => {
    const [, name] = /^\/\/ ([\w./-]+)\n/.exec(code) ?? []
    // JSON has no comments.
    const text = name?.endsWith('.json') === true ? code.slice(code.indexOf('\n') + 1) : code
    return name === undefined ? [] : [[name, text]]
  })
  return Object.fromEntries(named)
}
