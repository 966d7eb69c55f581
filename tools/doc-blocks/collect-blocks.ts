import { readMarkdown } from '../support/read-markdown.ts'
import { listFiles, readText } from '../support/repository.ts'

/** One TypeScript block of a page, as it is tested. */
export interface DocBlock {
  /** `packages/core/README.md:18` */
  readonly place: string
  /** Code to run: the block itself, after the ones it continues. */
  readonly code: string
  /** `run`: executed and type-checked. `compile`: type-checked only. */
  readonly mode: 'run' | 'compile'
}

/**
 * The ```ts blocks of all READMEs and of the pages below `docs`, decisions left out, and Chinese twins too because
 * their blocks are the same. The comment `<!-- doc-test: compile -->` before a block keeps it from being run;
 * `<!-- doc-test: continues -->` puts the code of the block before it in front.
 *
 * @throws Error for an unknown mark
 */
export function collectBlocks(root: string): readonly DocBlock[] {
  return listFiles(root)
    .filter((file) => /(?:^|\/)(?:README|CONTRIBUTING)\.md$|^docs\/(?!decisions\/).*\.md$/.test(file))
    .filter((file) => !file.includes('zh-CN'))
    .flatMap((file) => blocksOfPage(file, readText(root, file)))
}

function blocksOfPage(file: string, text: string): readonly DocBlock[] {
  const blocks: DocBlock[] = []
  for (const { language, code, line, mark } of readMarkdown(text).blocks) {
    if (language !== 'ts') continue
    const place = `${file}:${line}`
    const words = mark?.split(/[\s,]+/) ?? []
    const unknown = words.find((word) => word !== 'compile' && word !== 'continues')
    if (unknown !== undefined) throw new Error(`${place}: unknown doc-test mark ${unknown}`)
    const before = words.includes('continues') ? blocks.at(-1)?.code : undefined
    blocks.push({
      place,
      code: before === undefined ? code : joinModules(before, code),
      mode: words.includes('compile') ? 'compile' : 'run',
    })
  }
  return blocks
}

/** Imports first: those that both blocks have stay once, so that the second block may repeat them for its reader. */
function joinModules(before: string, code: string): string {
  const repeated = new Set(before.split('\n').filter((line) => line.startsWith('import ')))
  const rest = code.split('\n').filter((line) => !repeated.has(line))
  return `${before}\n${rest.join('\n')}`
}
