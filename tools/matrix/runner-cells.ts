import { join } from 'node:path'
import { type Cell, cellOf, failedCell } from './cell.ts'
import { readRecipes, type Recipe } from './recipes.ts'
import { createUserProject } from './user-project.ts'

/** One row for each recipe of the page about tests: installed and run as it is printed. */
export async function runnerRows(
  folder: string,
  tarballs: readonly string[],
): Promise<readonly (readonly [string, ...Cell[]])[]> {
  const rows: [string, ...Cell[]][] = []
  for (const recipe of readRecipes()) rows.push([recipe.name, await tryRecipe(folder, tarballs, recipe)])
  return rows
}

async function tryRecipe(folder: string, tarballs: readonly string[], recipe: Recipe): Promise<Cell> {
  try {
    const place = join(folder, 'runners', recipe.name.replaceAll(/\W/g, '-'))
    const project = await createUserProject(place, tarballs, ['express@5', 'graphql@16', ...recipe.install])
    project.write(recipe.files)
    const words = recipe.command.split(' ')
    const variables = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split(/=(.*)/s))
    const [program = '', ...args] = words.slice(variables.length)
    const env = Object.fromEntries(variables)
    return cellOf(
      await (program === 'npx'
        ? project.run(args[0] ?? '', args.slice(1), env)
        : project.run(program, args, env)),
    )
  } catch (error) {
    return failedCell(error)
  }
}
