/** One `import … from`, `export … from`, `import '…'` or `import('…')` of a file. */
export interface ImportLine {
  readonly specifier: string
  readonly typeOnly: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm
const sideEffect = /^\s*import\s+'([^']+)'/gm
const dynamic = /(?<![\w.$])import\(\s*'([^']+)'\s*\)/g

/**
 * Imports of a TypeScript file as oxfmt prints it. TypeScript 7 has no parser for programs yet, so this reads text;
 * comments go first, because doc blocks show imports in their examples.
 */
export function readImports(source: string): readonly ImportLine[] {
  const code = source.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '')
  return [
    ...[...code.matchAll(statement)].map((match) => importLine(match[2], match[1] !== undefined)),
    ...[...code.matchAll(sideEffect)].map((match) => importLine(match[1], false)),
    ...[...code.matchAll(dynamic)].map((match) => importLine(match[1], false)),
  ]
}

function importLine(specifier: string | undefined, typeOnly: boolean): ImportLine {
  return { specifier: specifier ?? '', typeOnly }
}
