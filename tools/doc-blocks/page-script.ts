import { readMarkdown } from '../support/read-markdown.ts'
import { readText, repositoryRoot } from '../support/repository.ts'
import type { Visitor } from './visitor.ts'

/** The code of a page's `js` block that has this text in it. */
export function scriptOf(page: string, text: string): string {
  const blocks = readMarkdown(readText(repositoryRoot, page)).blocks
  const block = blocks.find(({ language, code }) => language === 'js' && code.includes(text))
  if (block === undefined) throw new Error(`${page} has no js block with ${text}`)
  return block.code
}

/** Runs code as a module script of a page does, with these names for what a browser has. */
export async function runScript(code: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  const head = `export default async ({ ${Object.keys(names).join(', ')} }) => {\n`
  const module: { default: (given: typeof names) => Promise<void> } = await import(
    `data:text/javascript,${encodeURIComponent(`${head}${code}\n}`)}`
  )
  await module.default(names)
}

/** `fetch` of a page that a visitor has open, and what it has been answered. */
export function fetchOf(visitor: Visitor) {
  const answers: { readonly status: number; readonly body: string }[] = []
  const fetch = async (path: string, init?: { readonly method: 'POST'; readonly body: string }) => {
    const answer =
      init === undefined ? await visitor.get(path) : await visitor.post(path, JSON.parse(init.body))
    answers.push(answer)
    return { json: async (): Promise<unknown> => JSON.parse(answer.body) }
  }
  return { fetch, answers }
}
