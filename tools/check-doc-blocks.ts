/**
 * Prevents: an export that an editor shows without a word. Every name that a package exports carries a doc block where
 * it is declared; what the block must say is in CONTRIBUTING.md.
 */
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { readPackages } from './support/packages.ts'
import { type ExportedName, readExports } from './support/read-exports.ts'
import { readText } from './support/repository.ts'

const importList = /^import (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm

/** Exports of every package entry that have no doc block, or whose declaration cannot be found. */
export function checkDocBlocks(root: string): readonly string[] {
  return readPackages(root).flatMap(({ entries }) =>
    [...entries.values()].flatMap((entry) =>
      existsSync(join(root, entry))
        ? readExports(readText(root, entry)).flatMap((exported) => problemsOf(root, entry, exported))
        : [`${entry}: is exported by package.json and does not exist`],
    ),
  )
}

function problemsOf(root: string, file: string, { local, from }: ExportedName): readonly string[] {
  if (from === undefined) return declarationProblems(root, file, local)
  if (!from.startsWith('.')) return []
  const target = posix.join(dirname(file), from)
  if (!existsSync(join(root, target))) return [`${file}: exports ${local} from ${from}, which does not exist`]
  const again = readExports(readText(root, target)).find(({ name }) => name === local)
  if (again === undefined) return [`${target}: does not export ${local}`]
  return again.from === undefined
    ? declarationProblems(root, target, again.local)
    : problemsOf(root, target, again)
}

function declarationProblems(root: string, file: string, name: string): readonly string[] {
  const declaration = new RegExp(
    `(\\*/\\n)?^(?:export )?(?:declare )?(?:abstract )?(?:async )?(?:function\\*?|const|let|class|interface|type) ${name}\\b`,
    'm',
  )
  const match = declaration.exec(readText(root, file))
  if (match !== null)
    return match[1] === undefined ? [`${file}: ${name} is exported without a doc block`] : []
  const source = importedFrom(readText(root, file), name)
  if (source === undefined) return [`${file}: the declaration of ${name} was not found`]
  return declarationProblems(root, posix.join(dirname(file), source), name)
}

/** `./a.ts` when the module imports the name from there, to export it again. */
function importedFrom(source: string, name: string): string | undefined {
  const list = [...source.matchAll(importList)].find(([, names = '']) =>
    names.split(',').some((part) => part.trim().replace(/^type /, '') === name),
  )
  return list?.[2]
}
