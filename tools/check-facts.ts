/**
 * Prevents: a fact about WeCom that lives in two rooms and is mended in one. Errcodes, the names of a member's fields on
 * the wire and the names of secrets stand in `packages/core/src/wecom` alone; everybody else asks a role, a row or
 * `isSecretName`. What WeCom's own types and parameters are called (`endpoints`) is their declaration, and comments may
 * name anything.
 */
import { memberFields } from '../packages/core/src/wecom/member.ts'
import { isSecretName } from '../packages/core/src/wecom/secrets.ts'
import { listFiles, readText } from './support/repository.ts'

const room = 'packages/core/src/wecom/'
const guarded = /^packages\/(?:core|express-middleware|graphql)\/src\/.*\.ts$/
// Declarations of WeCom's own parameters and answers.
const declarations = /^packages\/core\/src\/endpoints\//

/** Facts outside of their room. */
export function checkFacts(root: string): readonly string[] {
  const codes = errcodes(root)
  return listFiles(root)
    .filter((file) => guarded.test(file) && !file.startsWith(room) && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      withoutComments(readText(root, file))
        .split('\n')
        .flatMap((line, index) =>
          problemsOf(line, codes, declarations.test(file)).map((what) => `${file}:${index + 1}: ${what}`),
        ),
    )
}

function problemsOf(line: string, codes: ReadonlySet<string>, isDeclaration: boolean): readonly string[] {
  const problems: string[] = []
  for (const [number] of line.matchAll(/(?<![\w.'"-])-?\d{4,7}(?![\w.])/g)) {
    if (codes.has(number)) problems.push(`the errcode ${number}: ask errcodeIs() or failedAs() for its role`)
  }
  if (isDeclaration) return problems
  for (const [name] of line.matchAll(memberNames)) problems.push(`${name} of a member: ask memberFields`)
  for (const [, name = ''] of line.matchAll(quotedNames))
    if (isSecretName(name)) problems.push(`the secret name '${name}': ask isSecretName()`)
  return problems
}

// What the room itself says; ordinary words such as `mobile` or `code` are not told from other uses.
const wireNames = Object.values(memberFields)
  .map(({ wire }) => wire)
  .filter((wire) => wire.includes('_') || wire === memberFields.attributes.wire)
const memberNames = new RegExp(`\\b(?:${wireNames.join('|')}|is_leader_in_dept)\\b`, 'g')
const quotedNames = /'([a-z]+(?:_[a-z]+)+)'/g

/** Every code of the tables that cannot be mistaken for an ordinary number. */
function errcodes(root: string): ReadonlySet<string> {
  const tables = listFiles(root).filter((file) => /\/wecom\/errcode-(?:table|others)\.ts$/.test(file))
  const found = tables.flatMap((file) =>
    [...readText(root, file).matchAll(/^(?:\s*\[)?\s*(\d{5,7})\b/gm)].map(([, code = '']) => code),
  )
  // Sizes and times that happen to be codes.
  return new Set(found.filter((code) => !/^\d0+$/.test(code)))
}

/** Comments become spaces, so that line numbers stay. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|(?<!['":\w])\/\/[^\n]*/g, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  )
}
