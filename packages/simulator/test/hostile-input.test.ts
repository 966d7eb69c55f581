import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { growth, linear } from 'test-support/growth'
import { readUploads } from '../src/http/uploads.ts'
import { loadSeed } from '../src/seeds/load-seed.ts'
import { smallCorp } from '../src/seeds/small-corp.ts'

const tokens = [
  '--b',
  '\r\n',
  '--',
  ';',
  '"',
  '=',
  ':',
  'Content-Disposition',
  'form-data',
  'filename',
  ' ',
  'a',
]

it('reads a multipart form of anything as files or as none', async () => {
  const body = fc.array(fc.oneof(fc.constantFrom(...tokens), fc.string())).map((all) => all.join(''))
  const boundary = fc.oneof(fc.constant('b'), fc.string())
  await fc.assert(
    fc.asyncProperty(body, boundary, async (text, name) => {
      const files = await readUploads(`multipart/form-data; boundary=${name}`, Buffer.from(text))
      expect(files.every(({ bytes }) => bytes.length <= text.length * 4)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

/** A seed with something else somewhere in it. */
const spoiled = fc
  .tuple(
    fc.constantFrom('corp', 'departments', 'members', 'apps', 'tags', 'settings', 'other'),
    fc.jsonValue(),
  )
  .map(([field, value]): unknown =>
    Object.assign(JSON.parse(JSON.stringify(smallCorp())), { [field]: value }),
  )

it('takes a seed or refuses it with an error that names the place', () => {
  fc.assert(
    fc.property(fc.oneof(spoiled, fc.jsonValue(), fc.anything()), (seed) => {
      expect([undefined, 'TypeError', 'ShapeError']).toContain(nameOfThrown(seed))
    }),
    { numRuns: 500 },
  )
})

it('checks a seed in proportion to its size', () => {
  const piece = fc.constantFrom('{"id":1},', '"a",', '[', '1,', '{"userid":"a"},')
  fc.assert(
    fc.property(piece, (text) => {
      const ratio = growth(
        (list) => loadSeed(JSON.parse(`{"members":[${list.replace(/,?[^,]*$/, '')}]}`)),
        text,
      )
      expect(ratio).toBeLessThan(linear)
    }),
    { numRuns: 10 },
  )
})

/** What the loader of seeds throws at anything; a bug of ours would be a TypeError that names no place. */
function nameOfThrown(seed: unknown): string | undefined {
  try {
    Reflect.apply(loadSeed, undefined, [seed])
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) return 'no error'
    const isOurs = !/is not a function|Cannot read|is not iterable|undefined \(reading/.test(error.message)
    return isOurs ? error.name : error.message
  }
}
