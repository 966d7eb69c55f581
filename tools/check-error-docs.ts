/**
 * Prevents: an error that sends its reader to a page which does not know it. Every code of ours and every errcode with
 * advice has a heading on the error pages of both languages, and no heading outlives its code.
 */
import { readMarkdown } from './support/read-markdown.ts'
import { listFiles, readText } from './support/repository.ts'

const pages = ['docs/errors.md', 'docs/errors.zh-CN.md']
const adviceFile = 'packages/core/src/wecom/errcode-advice.ts'

/** Codes without a heading, and headings without a code. */
export function checkErrorDocs(root: string): readonly string[] {
  const codes = [...ownCodes(root), ...advisedErrcodes(root)]
  return pages.flatMap((page) => {
    const headings = codeHeadings(readText(root, page))
    return [
      ...codes.filter((code) => !headings.includes(code)).map((code) => `${page}: ${code} has no heading`),
      ...headings
        .filter((code) => !codes.includes(code))
        .map((code) => `${page}: ${code} is in no source file, or has no advice any more`),
      ...headings
        .filter((code, index) => headings.indexOf(code) !== index)
        .map((code) => `${page}: ${code} has two headings`),
    ]
  })
}

function ownCodes(root: string): readonly string[] {
  const codes = listFiles(root)
    .filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) => readText(root, file).match(/\bERR_WECOM_[A-Z_]+\b/g) ?? [])
  return [...new Set(codes)].sort()
}

function advisedErrcodes(root: string): readonly string[] {
  const [, table = ''] = readText(root, adviceFile).split('new Map([')
  return [...table.matchAll(/\[\s*(-?\d+),/g)].map(([, code = '']) => code)
}

function codeHeadings(text: string): readonly string[] {
  return readMarkdown(text)
    .headings.map((heading) => heading.text)
    .filter((heading) => /^(?:ERR_WECOM_[A-Z_]+|-?\d+)$/.test(heading))
}
