import { join } from 'node:path'
import { readMarkdown } from '../support/read-markdown.ts'
import { readText, repositoryRoot } from '../support/repository.ts'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { readFixture } from './read-fixture.ts'
import { createUserProject } from './user-project.ts'

/** Clients that are too large to be dev dependencies; the others have tests of their own. */
const clients: readonly (readonly [name: string, packages: readonly string[], program: string])[] = [
  [
    'Relay: compiler, refetchable pages, member 4 beside department 4',
    ['relay-compiler@21', 'relay-runtime@21', 'graphql@16', 'express@5', '@apollo/server@5'],
    'relay.mjs',
  ],
]

/** One row for each client of GraphQL. */
export async function clientRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const [name, packages, program] of clients) {
    try {
      const project = await createUserProject(join(folder, 'clients', program), tarballs, packages)
      project.write({ [program]: readFixture(program), 'environment.mjs': printedEnvironment() })
      rows.push([name, cellOf(await project.run('node', [program]))])
    } catch (error) {
      rows.push([name, failedCell(error)])
    }
  }
  return rows
}

/** The environment of the page, with the import that Node wants: bundlers find the names of a CommonJS package. */
function printedEnvironment(): string {
  const { blocks } = readMarkdown(readText(repositoryRoot, 'docs/graphql/clients.md'))
  const block = blocks.find(({ code }) => code.includes("'relay-runtime'"))
  if (block === undefined) throw new Error('docs/graphql/clients.md has no environment of Relay')
  return block.code.replace(
    /^import (\{.+\}) from 'relay-runtime'/,
    "import relay from 'relay-runtime'\nconst $1 = relay",
  )
}
