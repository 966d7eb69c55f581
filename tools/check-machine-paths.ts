/**
 * Prevents: a page or a test that works on its author's machine only, because it names a folder of that machine or a
 * file outside of the repository.
 */
import { listFiles, readText } from './support/repository.ts'

const machineFolder =
  /(?:^|[^A-Za-z0-9.])(?:\/(?:work|farm|tmp|Users|home\/(?!runner\b)\w+)\/[a-z.]|[A-Z]:\\Users\\)/
const outsideFile = /\.\.\/shared\/(?:contract|toolchain|design|reference|seeds|peers)\b/
const textFile =
  /\.(?:ts|js|mjs|json|jsonc|md|yaml|yml|html|css|graphql|sh|svg|toml|txt|example)$|\/(?:run|\.[a-z]+rc)$/

/** Lines that name a folder of a machine or a file beside the repository. */
export function checkMachinePaths(root: string): readonly string[] {
  return listFiles(root)
    .filter((file) => textFile.test(file) && file !== 'pnpm-lock.yaml')
    .flatMap((file) =>
      readText(root, file)
        .split('\n')
        .flatMap((line, index) =>
          machineFolder.test(line) || outsideFile.test(line)
            ? [`${file}:${index + 1}: names a path of a machine: ${line.trim().slice(0, 80)}`]
            : [],
        ),
    )
}
