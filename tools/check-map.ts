/**
 * Prevents: a map that shows the repository as it was. AGENTS.md has a line for every folder of every package's `src`;
 * that its lines lead somewhere is checked with all other file names.
 */
import { readPackages } from './support/packages.ts'
import { listFiles, readText } from './support/repository.ts'

/** Folders that the map lacks. */
export function checkMap(root: string): readonly string[] {
  const map = readText(root, 'AGENTS.md')
  const files = listFiles(root)
  const folders = readPackages(root).flatMap(({ folder }) =>
    files
      .filter((file) => file.startsWith(`${folder}/src/`))
      .map((file) => file.split('/').slice(0, 4))
      .filter((parts) => parts.length === 4 && !parts[3]?.includes('.'))
      .map((parts) => parts.join('/')),
  )
  return [...new Set(folders)]
    .filter((folder) => !map.includes(`\`${folder}\``))
    .map((folder) => `AGENTS.md: the map has no line for ${folder}`)
}
