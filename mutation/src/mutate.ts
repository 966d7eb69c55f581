/**
 * `pnpm mutation [part of a file's path]`: StrykerJS changes one operator, condition or text after the other and runs the
 * tests that reach it. A mistake that no test notices survives. Exits with 1 when more survive than were looked at.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stryker } from '@stryker-mutator/core'
import { type Target, targets } from './targets.ts'

const root = join(import.meta.dirname, '../..')
const wanted = process.argv[2] ?? ''
const chosen = targets.filter(({ file, name }) => file.includes(wanted) || name === wanted)
const rows: string[] = []
for (const target of chosen) rows.push(await mutate(target))
console.log('\n| What | File | Mistakes | Noticed | Survived | Score |\n|---|---|---|---|---|---|')
console.log(rows.join('\n'))

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

async function mutate(target: Target): Promise<string> {
  process.chdir(join(root, 'packages', target.package))
  process.env['MUTATION_TESTS'] = JSON.stringify(target.tests)
  const mutants = (await stryker(target).runMutationTest()).filter(({ status }) => status !== 'Ignored')
  const survived = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  for (const mutant of survived) console.log(describe(target, mutant))
  const known = Object.values(target.survivors).reduce((sum, count) => sum + count, 0)
  if (survived.length > known) process.exitCode = 1
  const noticed = mutants.length - survived.length
  const score = ((noticed / mutants.length) * 100).toFixed(1)
  return `| ${target.name} | packages/${target.package}/${target.file} | ${mutants.length} | ${noticed} | ${survived.length} | ${score} % |`
}

function stryker({ file }: Target): Stryker {
  return new Stryker({
    mutate: [file],
    testRunner: 'vitest',
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
    vitest: { configFile: join(import.meta.dirname, 'vitest.config.ts'), related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Texts of errors are for people: tests that repeat them word for word would only have to be changed with them.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignoreStatic: true,
    reporters: [],
    // Two levels below the root, so that the configuration of a package finds the one it extends.
    tempDirName: join(root, '.mutation'),
    tsconfigFile: 'not-read-by-stryker.json',
    allowConsoleColors: false,
  })
}

function describe(
  { package: folder }: Target,
  { fileName, location, replacement, mutatorName, status }: Mutant,
): string {
  const place = `${fileName.slice(fileName.indexOf('src/'))}:${location.start.line}:${location.start.column}`
  return `${status} packages/${folder}/${place} ${mutatorName}: ${replacement ?? ''}`
}
