/**
 * Prevents: the file that grows by twenty lines a month until nobody reads it. Above 300 lines a source file holds more
 * than one idea. Tests, fixtures and generated tables are left out.
 */
import { listFiles, readText } from './support/repository.ts'

const limit = 300
const exempt =
  /\.test\.ts$|\/test\/|\/fixtures\/|wecom\/routes\/areas\/|wecom\/errcode-table\.ts$|type-defs\.ts$/

/** Source files that are longer than 300 lines. */
export function checkFileSize(root: string): readonly string[] {
  return listFiles(root)
    .filter((file) => file.endsWith('.ts') && !exempt.test(file))
    .flatMap((file) => {
      const lines = readText(root, file).split('\n').length - 1
      return lines > limit ? [`${file}: ${lines} lines, ${limit} are allowed`] : []
    })
}
