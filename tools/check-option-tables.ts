/**
 * Prevents: an option that exists and stands in no README, and a README that promises one that is gone. The rows of the
 * code cannot disagree with their types; this holds the tables of the pages to the same types. The Chinese pages follow by
 * `check-readme-pairs.ts`.
 */
import { readDeclarations } from './support/declarations.ts'
import { readText } from './support/repository.ts'

/** A README and the types whose properties its options are, each with what stands before them. */
interface OptionTable {
  readonly readme: string
  readonly types: Readonly<Record<string, string>>
  /** Options of types, which explain themselves under a heading of their own. */
  readonly elsewhere: readonly string[]
}

const ourTables: readonly OptionTable[] = [
  { readme: 'packages/core/README.md', types: { WecomClientOptions: '' }, elsewhere: [] },
  {
    readme: 'packages/express-middleware/README.md',
    types: { WecomSSOOptions: '', SessionOptions: 'session.', TransactionOptions: 'transaction.' },
    elsewhere: ['session', 'transaction'],
  },
  {
    readme: 'packages/graphql/README.md',
    types: { ApolloWecomOptions: '', WecomGraphQLOptions: '' },
    elsewhere: [],
  },
]

/** Options without a row in their README, and rows without an option. */
export function checkOptionTables(
  root: string,
  tables: readonly OptionTable[] = ourTables,
): readonly string[] {
  const { declarations } = readDeclarations(root)
  return tables.flatMap(({ readme, types, elsewhere }) => {
    const options = new Set(
      Object.entries(types).flatMap(([type, prefix]) => {
        const declared = declarations.find(({ name }) => name === type)?.text ?? ''
        return [...declared.matchAll(property)].map(([, name = '']) => prefix + name)
      }),
    )
    const told = namesOf(readText(root, readme))
    return [
      ...[...options]
        .filter((name) => !told.has(name) && !elsewhere.includes(name))
        .map((name) => `${readme}: says nothing of the option ${name}`),
      ...[...told]
        .filter((name) => !options.has(name))
        .map((name) => `${readme}: there is no option ${name}`),
    ]
  })
}

const property = /^ {2}(?:readonly )?(\w+)\??:/gm

/** What stands in the first column below the heading Options. */
function namesOf(page: string): ReadonlySet<string> {
  const section = page.split('\n## Options\n')[1]?.split('\n## ')[0] ?? ''
  const cells = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell)
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name)))
}
