// What is covered changes with every path and every method: the pages are written from the facts, the client and the
// simulator. With --check nothing is written, and a page that differs is a failure.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printCoverage } from './covered/print-coverage.ts'
import { printSecrets } from './covered/print-secrets.ts'
import { readAreaNames, readCoverage } from './covered/read-coverage.ts'
import { repositoryRoot } from './support/repository.ts'

const routes = readCoverage(repositoryRoot)
const names = readAreaNames(repositoryRoot)

const pages: readonly (readonly [file: string, text: string])[] = [
  ['docs/coverage.md', printCoverage(routes, names, 'en')],
  ['docs/coverage.zh-CN.md', printCoverage(routes, names, 'zh')],
  ['docs/guides/secrets.md', withSecrets('docs/guides/secrets.md', printSecrets(routes, names, 'en'))],
  [
    'docs/guides/zh-CN/secrets.md',
    withSecrets('docs/guides/zh-CN/secrets.md', printSecrets(routes, names, 'zh')),
  ],
]

for (const [file, text] of pages) {
  if (textOf(file) === text) continue
  if (process.argv.includes('--check')) {
    process.stderr.write(`${file} differs from what is covered: run tools/write-coverage.ts\n`)
    process.exitCode = 1
  } else {
    writeFileSync(join(repositoryRoot, file), text)
  }
}

/** The page with the part between its marks written anew. */
function withSecrets(file: string, part: string): string {
  const mark = '<!-- written by tools/write-coverage.ts: secrets -->'
  const [before, rest = ''] = textOf(file).split(mark)
  return `${before}${mark}\n\n${part}\n\n${rest.slice(rest.indexOf('<!-- end -->'))}`
}

function textOf(file: string): string {
  const path = join(repositoryRoot, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
