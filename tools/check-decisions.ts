/**
 * Prevents: a decision that nobody finds again, or that records the choice and not what it cost. Every file of
 * docs/decisions is in the index and answers the same five questions.
 */
import { readMarkdown } from './support/read-markdown.ts'
import { listFiles, readText } from './support/repository.ts'

const folder = 'docs/decisions'
const sections = ['Context', 'Decision', 'Consequences', 'Alternatives']

/** Decisions without a place in the index, with an unexpected name, status or set of sections. */
export function checkDecisions(root: string): readonly string[] {
  const index = readText(root, `${folder}/README.md`)
  return listFiles(root)
    .filter((file) => file.startsWith(`${folder}/`) && !file.endsWith('README.md'))
    .flatMap((file) => {
      const name = file.slice(folder.length + 1)
      return [
        ...(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/.test(name)
          ? []
          : [`${file}: is not named YYYY-MM-DD-title.md`]),
        ...(index.includes(`(./${name})`) ? [] : [`${file}: is not in ${folder}/README.md`]),
        ...contentProblems(file, readText(root, file)),
      ]
    })
}

function contentProblems(file: string, text: string): readonly string[] {
  const found = readMarkdown(text)
    .headings.filter(({ level }) => level === 2)
    .map((heading) => heading.text)
  const missing = sections.filter((section) => !found.includes(section))
  const status = /^Status: (?:proposed|accepted|superseded by \S+)$/m.test(text)
  return [
    ...missing.map((section) => `${file}: has no section ${section}`),
    ...(status ? [] : [`${file}: has no line "Status: accepted", proposed or superseded by …`]),
  ]
}
