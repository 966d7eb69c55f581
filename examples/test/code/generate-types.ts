import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'
import type { PageBlock } from '../shell/shell-blocks.ts'

const document = `
import { graphql } from './gql/index.ts'
export const me = graphql(\`query Me { me { id mainDepartment { name } } }\`)
`

/** Generates the types of a query with graphql-codegen, from the SDL that the package ships. */
export async function generateTypes({ code }: PageBlock, place: ShellPlace): Promise<void> {
  mkdirSync(join(place.folder, 'src'), { recursive: true })
  writeFileSync(join(place.folder, 'src/me.ts'), document)
  writeFileSync(join(place.folder, 'codegen.mjs'), code)
  await runShell(place, 'npx graphql-codegen --config codegen.mjs')
  const types = readFileSync(join(place.folder, 'src/gql/graphql.ts'), 'utf8')
  const expected = 'me: { id: string, mainDepartment: { name: string | null } | null } | null'
  if (!types.includes(expected)) throw new Error(`the types of the query are not among:\n${types}`)
}
