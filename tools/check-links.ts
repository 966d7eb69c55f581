/**
 * Prevents: pages that lead nowhere after a file was renamed: links, anchors, and the file names by which the maps in
 * AGENTS.md and ARCHITECTURE.md lead a reader.
 */
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { headingSlugs } from './support/heading-slugs.ts'
import { listFiles, readText } from './support/repository.ts'

const ownRepository = 'https://github.com/wecom-kit/wecom-kit/blob/main/'
const link = /(?<!`)\[(?:[^\]]|\](?=\]))*\]\(<?([^)\s>]+)>?\)/g
const mentionedFile = /`((?:packages|apps|bench|tools|docs|\.changeset|\.ci)\/[\w@./-]*)`/g

/** Links to files and headings that do not exist, and names of files in backticks that do not exist. */
export function checkLinks(root: string): readonly string[] {
  return listFiles(root)
    .filter((file) => file.endsWith('.md') && !file.endsWith('CHANGELOG.md'))
    .flatMap((file) =>
      proseLines(readText(root, file)).flatMap(({ text, line }) => [
        ...[...text.matchAll(link)]
          .filter(([, target]) => !leads(root, file, target ?? ''))
          .map(([, target]) => `${file}:${line}: the link ${target} leads nowhere`),
        ...[...text.matchAll(mentionedFile)]
          .filter(([, path]) => !existsSync(join(root, path ?? '')))
          .map(([, path]) => `${file}:${line}: names ${path}, which does not exist`),
      ]),
    )
}

/** Lines outside of code blocks. */
function proseLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  let inBlock = false
  return text.split('\n').flatMap((line, index) => {
    const fence = /^\s*```/.test(line)
    if (fence) inBlock = !inBlock
    return inBlock || fence ? [] : [{ text: line, line: index + 1 }]
  })
}

function leads(root: string, file: string, target: string): boolean {
  const local = target.startsWith(ownRepository) ? `/${target.slice(ownRepository.length)}` : target
  if (/^[a-z]+:/.test(local)) return true
  const [path = '', anchor] = local.split('#')
  const resolved = resolvePath(file, decodeURI(path))
  if (!existsSync(join(root, resolved))) return false
  if (anchor === undefined || !resolved.endsWith('.md')) return true
  return headingSlugs(readText(root, resolved)).has(decodeURIComponent(anchor))
}

function resolvePath(file: string, path: string): string {
  if (path === '') return file
  return path.startsWith('/') ? path.slice(1) : posix.join(dirname(file), path)
}
