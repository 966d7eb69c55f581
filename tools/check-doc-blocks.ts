/**
 * Prevents: a function or method that an editor shows without a word, and words that say nothing. What a user calls
 * carries a doc block where it is declared; a type needs one where its name leaves something open, which only a reader
 * can tell. A block that says what the name says is refused everywhere. What a block must say is in CONTRIBUTING.md.
 */
import { listFiles, readText } from './support/repository.ts'
import { type Declaration, readDeclarations } from './support/declarations.ts'

/** Values and methods of the packages' entries without a doc block, and blocks that repeat a name. */
export function checkDocBlocks(root: string): readonly string[] {
  const { declarations, problems } = readDeclarations(root)
  return [...problems, ...declarations.flatMap(missingBlocks), ...idleBlocks(root)]
}

function missingBlocks({ file, name, kind, doc, text }: Declaration): readonly string[] {
  if (kind === 'value') return doc === '' ? [`${file}: ${name} is exported without a doc block`] : []
  // An interface without any is a port, which users do not call but implement: its types say all.
  if (!text.includes('*/\n')) return []
  const methods = [...text.matchAll(method)]
  return methods
    .filter(([, block, called], at) => block === undefined && methods[at - 1]?.[2] !== called)
    .map(([, , called]) => `${file}: ${name}.${called} has no doc block`)
}

/** A method of an interface, with the end of the doc block above it. */
const method = /(\*\/\n)?^ {2}(\w+)(?:<[^>]*>)?\(/gm

const block =
  /\/\*\* ([^\n]*?) \*\/\n\s*(?:export )?(?:abstract )?(?:readonly )?(?:async )?(?:function\*?|const|let|class|interface|type)?\s*#?(\w+)/g
const fillers = new Set(
  'a an and all any are by comes every for from given has have holds in is it its made measures needs of on one option options or our reads set that the their this to type value values what whether which who with works'.split(
    ' ',
  ),
)

function idleBlocks(root: string): readonly string[] {
  return listFiles(root)
    .filter((file) => /^packages\/[\w-]+\/src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readText(root, file).matchAll(block)]
        .filter(([, says = '', name = '']) => isIdle(says, `${name} ${file.split('/').at(-1) ?? ''}`))
        .map(([, says, name]) => `${file}: ${name}: "${says}" says no more than the name`),
    )
}

/** Whether nothing is left of a sentence without fillers, links and the words of the name. */
function isIdle(says: string, name: string): boolean {
  const plain = says.replaceAll(/\{@link [^}]*\}|\bof `[\w.]+`/g, '')
  // Numbers, code, Chinese and tags say something.
  if (/[^\sA-Za-z.,'-]/.test(plain)) return false
  const known = new Set(wordsOf(name))
  return wordsOf(plain).every((word) => known.has(word))
}

function wordsOf(text: string): readonly string[] {
  const words =
    text
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  return words
    .filter((word) => !fillers.has(word))
    .map((word) => word.replace(/(?:ies|es|s|ed|d|ing|er|e)$/, ''))
}
