import { onTestFinished } from 'vitest'
import { freePort } from 'test-support/free-port'
import { runProgram } from 'test-support/run-program'
import { untilListening } from 'test-support/until-listening'
import { repositoryRoot } from '../support/repository.ts'
import { createBlockProject } from './block-project.ts'
import { collectBlocks } from './collect-blocks.ts'

/** The code of a page's `ts` block by its place among them, with what it continues. */
export function blockOf(page: string, index: number): string {
  const block = collectBlocks(repositoryRoot)
    .filter(({ place }) => place.startsWith(`${page}:`))
    .at(index)
  if (block === undefined) throw new Error(`${page} has no such block`)
  return block.code
}

/** Runs a program of a page on a free port until the test ends, and gives its origin. */
export async function startBlock(
  code: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const port = await freePort()
  const project = createBlockProject(repositoryRoot)
  onTestFinished(() => project[Symbol.dispose]())
  const module = project.write('recipe.ts', code.replaceAll(/\b3000\b/g, String(port)))
  const server = runProgram(process.execPath, ['--conditions=wecom-kit-source', module], {
    cwd: project.folder,
    environment,
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  await untilListening(server, port)
  return `http://localhost:${port}`
}
