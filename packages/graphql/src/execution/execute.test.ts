import * as fc from 'fast-check'
import { buildSchema, execute, parse, type ExecutionResult } from 'graphql'
import { expect, test } from 'vitest'
import { createExecutor } from './execute.ts'

const schema = buildSchema(`
  type Query { node: Node sure: Node! nodes: [Node] sureNodes: [Node!]! }
  type Node {
    text: String sureText: String! id: ID number: Int flag: Boolean color: Color
    texts: [String] sureTexts: [String!]! matrix: [[Int!]]
    node: Node sure: Node! nodes: [Node] sureNodes: [Node!]!
  }
  enum Color { RED GREEN }
`)

const leaves = 'text sureText id number flag color texts sureTexts matrix'

/** A selection three levels deep over everything there is. */
function selection(depth: number): string {
  if (depth === 0) return leaves
  const below = selection(depth - 1)
  return `${leaves} node { ${below} } sure { ${below} } nodes { ${below} } sureNodes { ${below} } __typename`
}

const source = `{ node { ${selection(2)} } sure { text } nodes { ${selection(1)} } sureNodes { id } again: node { id } }`
const document = parse(source)
const asked = { schema, operationName: null, variables: {}, contextValue: undefined }

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<unknown>('RED', 'x', 1, true) },
  fc.constantFrom<unknown>(null, undefined, new Error('as a value'), {}, Number.NaN),
)

/** What a resolver may answer: a value of the right or another kind, an error, each at once or later. */
function nodeOf(depth: number): fc.Arbitrary<object> {
  const value = answered(leaf)
  const list = answered(fc.oneof({ weight: 9, arbitrary: fc.array(value, { maxLength: 3 }) }, leaf))
  const sureText = answered(fc.oneof({ weight: 20, arbitrary: fc.constant<unknown>('x') }, leaf))
  const matrix = answered(fc.array(answered(fc.array(leaf, { maxLength: 2 })), { maxLength: 2 }))
  const texts = { text: value, sureText, id: value, number: value, flag: value, color: value }
  const lists = { texts: list, sureTexts: list, matrix }
  if (depth === 0) return fc.record({ ...texts, ...lists })
  const below = fc.oneof({ weight: 9, arbitrary: nodeOf(depth - 1) }, leaf)
  const nodes = answered(fc.array(below, { maxLength: 2 }))
  return fc.record({
    ...texts,
    ...lists,
    node: answered(below),
    sure: answered(below),
    nodes,
    sureNodes: nodes,
  })
}

/** As a function, called by the default resolver: what it answers is made when it is asked for. */
function answered(value: fc.Arbitrary<unknown>): fc.Arbitrary<() => unknown> {
  return fc.tuple(value, fc.integer({ min: 0, max: 9 })).map(([answer, how]) => () => {
    if (how === 8) throw new Error('at once')
    if (how === 9) return rejected()
    const plain = Array.isArray(answer) ? answer.map((item: unknown) => resolved(item)) : answer
    return how > 5 ? Promise.resolve(plain) : plain
  })
}

function resolved(item: unknown): unknown {
  return typeof item === 'function' ? attempt(item) : item
}

function attempt(make: Function): unknown {
  try {
    return Reflect.apply(make, undefined, [])
  } catch {
    return null
  }
}

async function rejected(): Promise<never> {
  throw new Error('later')
}

test('whatever resolvers answer, the answer is that of graphql-js', async () => {
  const executor = createExecutor()
  // graphql-js leaves rejections alone where a sibling has failed before.
  using _heard = hearRejections()
  await fc.assert(
    fc.asyncProperty(nodeOf(3), async (rootValue) => {
      const theirs = await execute({ schema, document, rootValue })
      const ours = await executor({ ...asked, document, rootValue })
      expect(comparable(ours)).toEqual(comparable(theirs))
      // graphql-js 16.11 also tells what failed below a place that was null already.
      expect(ours?.errors?.length ?? 0).toBeLessThanOrEqual(theirs.errors?.length ?? 0)
    }),
    { numRuns: 100 },
  )
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
})

test('no rejection is left alone, whatever has failed before', async () => {
  const executor = createExecutor()
  using heard = hearRejections()
  await fc.assert(
    fc.asyncProperty(nodeOf(3), async (rootValue) => {
      await executor({ ...asked, document, rootValue })
    }),
    { numRuns: 100 },
  )
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  expect(heard.rejections).toEqual([])
})

/** Hears rejections that nobody handles, in the place of who would end the process or the test run. */
function hearRejections(): Disposable & { readonly rejections: unknown[] } {
  const others = process.listeners('unhandledRejection')
  const rejections: unknown[] = []
  const hear = (error: unknown): void => void rejections.push(error)
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', hear)
  return {
    rejections,
    [Symbol.dispose]() {
      process.off('unhandledRejection', hear)
      for (const other of others) process.on('unhandledRejection', other)
    },
  }
}

// Which of several errors that make one place null is told first is a matter of timing.
function comparable(result: ExecutionResult | undefined): unknown {
  const data: unknown = JSON.parse(JSON.stringify(result?.data ?? null))
  const places = (result?.errors ?? []).map(({ path = [] }) => nullAt(data, path).join('.'))
  return { data, places: [...new Set(places)].sort() }
}

/** The place in an answer that an error made null: where it happened, or above it. */
function nullAt(data: unknown, path: readonly (string | number)[], depth = 0): readonly (string | number)[] {
  const inside = typeof data === 'object' && data !== null ? Reflect.get(data, path[depth] ?? '') : null
  return depth >= path.length || data === null ? path.slice(0, depth) : nullAt(inside, path, depth + 1)
}

test('nothing runs for a mutation, an unknown operation or wrong variables', async () => {
  const executor = createExecutor()
  const ask = (text: string, variables = {}, operationName: string | null = null) =>
    executor({ schema, document: parse(text), operationName, variables, contextValue: undefined })
  expect(await ask('mutation { a }')).toBeUndefined()
  expect(await ask('query A { node { id } }', {}, 'B')).toBeUndefined()
  expect(await ask('query ($no: Boolean!) { node { id @skip(if: $no) } }')).toBeUndefined()
})

test('variables are those of each execution, also where the document is the same', async () => {
  const executor = createExecutor()
  const text = parse('query ($no: Boolean!) { node { id text @skip(if: $no) } }')
  const run = (no: boolean) =>
    executor({
      schema,
      document: text,
      operationName: null,
      variables: { no },
      contextValue: undefined,
      rootValue: { node: { id: 1, text: 'x' } },
    })
  expect(await run(true)).toEqual({ data: { node: { id: '1' } } })
  expect(await run(false)).toEqual({ data: { node: { id: '1', text: 'x' } } })
})
