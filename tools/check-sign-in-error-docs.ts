/**
 * Prevents: a sign-in that ends with a code nobody can look up. Every code of the sign-in middleware, set-up mistakes
 * included, has a heading below `docs/sso` in both languages, and no heading outlives its code.
 */
import { readMarkdown } from './support/read-markdown.ts'
import { listFiles, readText } from './support/repository.ts'

const codeFiles = /^packages\/express-middleware\/src\/errors\/(?!.*\.test\.ts$).*\.ts$/
const folders = [/^docs\/sso\/[^/]+\.md$/, /^docs\/sso\/zh-CN\/[^/]+\.md$/]

/** Codes without a heading, and headings without a code. */
export function checkSignInErrorDocs(root: string): readonly string[] {
  const files = listFiles(root)
  const codes = new Set(
    files.filter((file) => codeFiles.test(file)).flatMap((file) => codesIn(readText(root, file))),
  )
  return folders.flatMap((folder) => {
    const pages = files.filter((file) => folder.test(file))
    const headings = new Set(pages.flatMap((file) => codeHeadings(readText(root, file))))
    const where = folder.source.includes('zh-CN') ? 'docs/sso/zh-CN' : 'docs/sso'
    return [
      ...[...codes].filter((code) => !headings.has(code)).map((code) => `${where}: ${code} has no heading`),
      ...[...headings]
        .filter((code) => !codes.has(code))
        .map((code) => `${where}: ${code} is no code of the sources`),
    ]
  })
}

function codesIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)WECOM_[A-Z_]*[A-Z]\b/g)].map(([code]) => code)
}

function codeHeadings(text: string): readonly string[] {
  return readMarkdown(text)
    .headings.map((heading) => heading.text)
    .filter((heading) => /^WECOM_[A-Z_]+$/.test(heading))
}
