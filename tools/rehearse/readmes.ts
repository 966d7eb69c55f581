import { collectBlocks } from '../doc-blocks/collect-blocks.ts'
import { readMarkdown } from '../support/read-markdown.ts'
import { readPackages } from '../support/packages.ts'
import { readText } from '../support/repository.ts'

/** What a README tells a new user to do. */
export interface FirstSteps {
  readonly page: string
  /** Arguments of each install line: `['-D', '@wecom-kit/simulator']`. */
  readonly installs: readonly (readonly string[])[]
  /** Flags that the page tells pnpm's users to add: `--allow-build=…`. */
  readonly pnpmFlags: readonly string[]
  /** The first block of TypeScript, where there is one that runs. */
  readonly quickStart: string | undefined
}

const installLine = /^(?:pnpm add|npm install) (.+)$/gm

/** The READMEs of the root and of every package, with their install lines. */
export function readFirstSteps(root: string): readonly FirstSteps[] {
  const blocks = collectBlocks(root)
  const pages = ['README.md', ...readPackages(root).map(({ folder }) => `${folder}/README.md`)]
  return pages.map((page) => ({
    page,
    installs: installLines(readText(root, page)),
    pnpmFlags: [...new Set(readText(root, page).match(/--allow-build=[@\w/-]+/g))],
    quickStart: blocks.find(({ place, mode }) => place.startsWith(`${page}:`) && mode === 'run')?.code,
  }))
}

function installLines(text: string): readonly (readonly string[])[] {
  return readMarkdown(text)
    .blocks.filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => [...code.matchAll(installLine)])
    .map(([, args = '']) => args.trim().split(/\s+/))
    .filter((args) => args.some((arg) => arg.startsWith('@wecom-kit/')))
}
