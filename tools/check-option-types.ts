/**
 * Prevents: an option that cannot be passed on. With `exactOptionalPropertyTypes`, as many of our users compile,
 * `{ state: maybe }` is refused by `state?: string`; so every optional property of every type that a user fills in takes
 * `| undefined` as well. The one file of types written from WeCom's documents is left as it is: what it describes is sent.
 */
import { type Declaration, readDeclarations } from './support/declarations.ts'

/** Optional properties that do not take undefined. */
export function checkOptionTypes(root: string): readonly string[] {
  return readDeclarations(root).declarations.flatMap((declared) => [
    ...(filledIn.test(declared.name) ? propertyProblems(declared) : []),
    ...inlineProblems(declared),
  ])
}

/** What the types that a user fills in are called. */
const filledIn = /(?:Options|Credentials|Settings|Surroundings|Patience|Ttl|Patch|Input|Filter|Rule|Limits)$/

/** `name?: type`, up to the next member, comment or the end. */
const property = /^ {2,}(?:readonly )?(\w+)\?:\s+([^]*?)(?=\n {2}\S|\n {2,}\/\*\*|\n\n|$(?![^]))/gm

function propertyProblems({ file, name, text }: Declaration): readonly string[] {
  return [...text.matchAll(property)]
    .filter(([, , type = '']) => !/\b(?:undefined|unknown)$/.test(type.replace(/\s*\/\/.*$/, '').trim()))
    .map(([, option]) => `${file}: ${name}.${option} does not take undefined`)
}

/** `options?: { signal?: AbortSignal }` in the methods of any exported type. */
const inline = /\boptions\??: \{([^{}]*)\}/g

function inlineProblems({ file, name, text }: Declaration): readonly string[] {
  return [...text.matchAll(inline)].flatMap(([, members = '']) =>
    members
      .split(/[;\n]/)
      .filter((member) => member.includes('?:') && !/\bundefined\s*$/.test(member))
      .map((member) => `${file}: ${name}: ${member.trim()} in its options does not take undefined`),
  )
}
