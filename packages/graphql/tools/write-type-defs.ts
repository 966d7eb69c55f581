// The SDL file is the one source of the schema: front ends, codegen and linters read it as a file. The code needs it
// as a string (a published package must not read files beside itself: bundlers move them), so this writes the copy.
import { readFileSync, writeFileSync } from 'node:fs'

const sdlFile = new URL('../schema.graphql', import.meta.url)
const moduleFile = new URL('../src/schema/type-defs.ts', import.meta.url)

const wanted = typeDefsModule(readFileSync(sdlFile, 'utf8'))

if (process.argv.includes('--check')) {
  if (readFileSync(moduleFile, 'utf8') !== wanted) {
    process.stderr.write(
      'src/schema/type-defs.ts differs from schema.graphql: run tools/write-type-defs.ts\n',
    )
    process.exitCode = 1
  }
} else {
  writeFileSync(moduleFile, wanted)
}

function typeDefsModule(sdl: string): string {
  const literal = sdl.replaceAll(/[\\`]|\$\{/g, (match) => `\\${match}`)
  return [
    '/**',
    ' * The schema as a string, with descriptions; the same text as the file `@wecom-kit/graphql/schema.graphql`.',
    ' * Written from that file by `tools/write-type-defs.ts`: change the file, then run it.',
    ' */',
    `export const typeDefs: string = \`${literal}\``,
    '',
  ].join('\n')
}
