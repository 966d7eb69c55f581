/** One name that a module exports. */
export interface ExportedName {
  readonly name: string
  /** Name in the file it comes from: differs from `name` after `as`. */
  readonly local: string
  readonly kind: 'value' | 'type'
  /** `'./a.ts'` for `export … from './a.ts'`; undefined when declared in this module. */
  readonly from: string | undefined
}

const list = /^export (type )?\{([^}]*)\}(?: from '([^']+)')?/gm
const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(function\*?|const|let|class|interface|type) (\w+)/gm

/** Names exported by a module as oxfmt prints it, without those of {@link readWholeExports}. */
export function readExports(source: string): readonly ExportedName[] {
  return [
    ...[...source.matchAll(list)].flatMap(([, typeOnly, names, from]) =>
      listedNames(names ?? '', typeOnly !== undefined, from),
    ),
    ...[...source.matchAll(declaration)].map(([, keyword, name]) => ({
      name: name ?? '',
      local: name ?? '',
      kind: keyword === 'interface' || keyword === 'type' ? ('type' as const) : ('value' as const),
      from: undefined,
    })),
  ]
}

/** The modules of which a module exports everything: `'./a.ts'` for `export * from './a.ts'`. */
export function readWholeExports(source: string): readonly string[] {
  return [...source.matchAll(/^export \* from '([^']+)'/gm)].map(([, from = '']) => from)
}

function listedNames(names: string, typeOnly: boolean, from: string | undefined): readonly ExportedName[] {
  return names
    .replace(/\/\/.*$/gm, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const type = typeOnly || part.startsWith('type ')
      const [local = '', name = local] = part.replace(/^type /, '').split(/ as /)
      return { name, local, kind: type ? 'type' : 'value', from }
    })
}
