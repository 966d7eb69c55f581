import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../support/repository.ts'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { readFixture } from './read-fixture.ts'
import { createUserProject, type UserProject } from './user-project.ts'

/** The columns of {@link hostRows}. */
export const hostColumns: readonly string[] = ['NestJS', 'code-first', 'schema-first']

const example = join(repositoryRoot, 'examples/nestjs')

/** What a schema-first app has in place of the decorators. */
const schemaFirst: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  [
    'src/app.module.ts',
    /autoSchemaFile: true,/,
    `typeDefs: [
        wecom.typeDefs,
        'type Query { orders: [Order!]! order(id: ID!): Order! } type Order { id: ID! title: String! owner: User }',
      ],
      resolvers: wecom.resolvers,`,
  ],
  ['src/app.module.ts', /\n {6}\/\/ The schema that Nest makes[^]*?\}\),\n/, '\n'],
  ['src/orders.resolver.ts', /@ObjectType\(\)\n/, ''],
  ['src/orders.resolver.ts', / {2}@Field\([^\n]*\n/g, ''],
  ['src/orders.resolver.ts', /@Resolver\(\(\) => Order\)/, "@Resolver('Order')"],
  ['src/orders.resolver.ts', /@Query\(\(\) => \[Order\]\)/, "@Query('orders')"],
  ['src/orders.resolver.ts', /@Query\(\(\) => Order\)/, "@Query('order')"],
  ['src/orders.resolver.ts', /@Args\('id', [^)]*\) => ID \}\)/, "@Args('id')"],
  [
    'src/orders.resolver.ts',
    /\n\}\n$/,
    `

  @ResolveField('owner')
  owner(@Parent() { ownerId }: Order): object {
    return { level: 'id', userId: ownerId }
  }
}
`,
  ],
  [
    'src/orders.resolver.ts',
    /import \{[^}]*\} from '@nestjs\/graphql'/,
    "import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'",
  ],
]

const majors = {
  11: [
    '@nestjs/common@11',
    '@nestjs/core@11',
    '@nestjs/platform-express@11',
    '@nestjs/graphql@13',
    '@nestjs/apollo@13',
  ],
  12: [
    '@nestjs/common@12',
    '@nestjs/core@12',
    '@nestjs/platform-express@12',
    '@nestjs/graphql@14',
    '@nestjs/apollo@14',
  ],
}

const beside = [
  '@apollo/server@5',
  '@as-integrations/express5@1',
  '@graphql-tools/schema@10',
  '@types/express@5',
  '@types/node@24',
  'express@5',
  'graphql@16',
  'reflect-metadata@0.2',
  'rxjs@7',
  'typescript@5.9',
]

/** One row for each major of NestJS: the example compiled with it, as it stands and rewritten as schema-first. */
export async function hostRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const [major, packages] of Object.entries(majors)) {
    try {
      const place = join(folder, 'hosts', major)
      const project = await createUserProject(place, tarballs, [...packages, ...beside])
      for (const part of ['src', 'tsconfig.json'])
        cpSync(join(example, part), join(place, part), { recursive: true })
      project.write({ 'visit.mjs': readFixture('visit-nestjs.mjs') })
      const codeFirst = await tried(project)
      project.write(rewritten(place))
      rows.push([major, codeFirst, await tried(project)])
    } catch (error) {
      rows.push([major, failedCell(error), failedCell(error)])
    }
  }
  return rows
}

async function tried(project: UserProject): Promise<Cell> {
  const compiled = await project.run('tsc', [])
  return cellOf(compiled.exitCode === 0 ? await project.run('node', ['visit.mjs']) : compiled)
}

function rewritten(place: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const [file, from, to] of schemaFirst) {
    const text = files[file] ?? readFileSync(join(place, file), 'utf8')
    const next = text.replace(from, to)
    if (next === text) throw new Error(`${file} of the NestJS example has nothing like ${from}`)
    files[file] = next
  }
  return files
}
