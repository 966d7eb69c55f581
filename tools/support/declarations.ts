import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { readPackages } from './packages.ts'
import { type ExportedName, readExports } from './read-exports.ts'
import { readText } from './repository.ts'

/** Where a name that a package exports is declared. */
export interface Declaration {
  readonly file: string
  readonly name: string
  readonly kind: 'value' | 'type'
  /** The doc block above it, or an empty text. */
  readonly doc: string
  /** The declaration itself, up to the end of its body. */
  readonly text: string
}

const importList = /^import (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm

/** Every declaration behind the entries of the packages, each once, and what leads nowhere. */
export function readDeclarations(root: string): {
  readonly declarations: readonly Declaration[]
  readonly problems: readonly string[]
} {
  const found = new Map<string, Declaration>()
  const problems: string[] = []
  for (const entry of readPackages(root).flatMap(({ entries }) => [...entries.values()])) {
    if (!existsSync(join(root, entry)))
      problems.push(`${entry}: is exported by package.json and does not exist`)
    else
      for (const exported of readExports(readText(root, entry))) {
        const declared = follow(root, entry, exported)
        if (typeof declared === 'string') problems.push(declared)
        else if (declared !== undefined) found.set(`${declared.file} ${declared.name}`, declared)
      }
  }
  return { declarations: [...found.values()], problems: [...new Set(problems)] }
}

/** The declaration, what is wrong on the way to it, or undefined where it belongs to another package. */
function follow(
  root: string,
  file: string,
  { local, from, kind }: ExportedName,
): Declaration | string | undefined {
  if (from === undefined) return declarationIn(root, file, local, kind)
  if (!from.startsWith('.')) return undefined
  const target = posix.join(dirname(file), from)
  if (!existsSync(join(root, target))) return `${file}: exports ${local} from ${from}, which does not exist`
  const again = readExports(readText(root, target)).find(({ name }) => name === local)
  return again === undefined
    ? `${target}: does not export ${local}`
    : follow(root, target, { ...again, kind })
}

function declarationIn(
  root: string,
  file: string,
  name: string,
  kind: Declaration['kind'],
): Declaration | string {
  const source = readText(root, file)
  const declaration = new RegExp(
    `(/\\*\\*(?:(?!\\*/)[^])*\\*/\\n)?^(?:export )?(?:declare )?(?:abstract )?(?:async )?(?:function\\*?|const|let|class|interface|type) ${name}\\b`,
    'm',
  )
  const match = declaration.exec(source)
  if (match === null) {
    const next = importedFrom(source, name)
    if (next === undefined) return `${file}: the declaration of ${name} was not found`
    return declarationIn(root, posix.join(dirname(file), next), name, kind)
  }
  const doc = match[1] ?? ''
  const rest = source.slice(match.index + doc.length)
  // As oxfmt prints it, a body ends with the first bracket at the beginning of a line, anything else with an empty line.
  const end = (/^[^=]*\{\n/.test(rest) ? /\n(?=[})])/ : /\n(?=[})\n])/).exec(rest)?.index ?? rest.length
  return { file, name, kind, doc, text: rest.slice(0, end) }
}

/** `./a.ts` when the module imports the name from there, to export it again. */
function importedFrom(source: string, name: string): string | undefined {
  const list = [...source.matchAll(importList)].find(([, names = '']) =>
    names.split(',').some((part) => part.trim().replace(/^type /, '') === name),
  )
  return list?.[2]
}
