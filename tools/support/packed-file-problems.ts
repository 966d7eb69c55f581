import { targetFiles } from './target-files.ts'

const expectedFiles = [
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'package.json',
  'dist/index.js',
  'dist/index.d.ts',
]
const unwantedFile = /^src\/|\.map$|(?:^|\/)test\/|tsdown\.config|tsconfig|\.tsbuildinfo$/

/** What is wrong with the files of a tarball: missing, not meant for users, or promised by package.json and absent. */
export function packedFileProblems(
  name: string,
  files: readonly string[],
  manifestText: string,
): readonly string[] {
  const manifest: unknown = JSON.parse(manifestText)
  const protocols = /"(?:workspace|catalog):/.test(manifestText)
  return [
    ...expectedFiles
      .filter((file) => !files.includes(file))
      .map((file) => `${name}: the tarball lacks ${file}`),
    ...files.filter((file) => unwantedFile.test(file)).map((file) => `${name}: the tarball holds ${file}`),
    ...(protocols ? [`${name}: package.json has workspace: or catalog: ranges`] : []),
    ...targetFiles(manifest)
      .filter((file) => !files.includes(file))
      .map((file) => `${name}: package.json points at ${file}, which is not packed`),
  ]
}
