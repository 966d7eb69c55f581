// A field that disappears, or an argument that becomes required, breaks front ends we do not know. This compares the
// SDL file with the one published last and fails on what breaks; on purpose, it is broken with `--accept` and a
// changeset of a major version.
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'

const currentFile = new URL('../schema.graphql', import.meta.url)
const publishedFile = new URL('published-schema.graphql', import.meta.url)

const current = readFileSync(currentFile, 'utf8')

if (process.argv.includes('--accept')) {
  writeFileSync(publishedFile, current)
} else {
  const published = buildSchema(readFileSync(publishedFile, 'utf8'))
  const schema = buildSchema(current)
  for (const { description } of findDangerousChanges(published, schema))
    say(`may surprise clients: ${description}`)
  const breaking = findBreakingChanges(published, schema)
  for (const { description } of breaking) say(`BREAKS CLIENTS: ${description}`)
  if (breaking.length > 0) {
    say(
      'Deprecate instead, or accept it with `node packages/graphql/tools/check-schema.ts --accept` and a major changeset.',
    )
    process.exitCode = 1
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
