import { expect, test } from 'vitest'
import { Tape } from './tape.ts'

const page = (text: string): Buffer => Buffer.alloc(1024 * 1024, text)

test('gives back what was written, in pieces and across its parts', () => {
  const tape = new Tape()
  const bodies = [Buffer.from('合同'), page('a'), Buffer.from('b')]
  const recorded = bodies.map((body) => tape.write(body))
  expect(recorded.map((each) => tape.read(each))).toEqual(bodies)
})

test('forgets what stood where something newer stands', () => {
  const tape = new Tape()
  const first = tape.write(Buffer.from('first'))
  const second = tape.write(page('2'))
  for (let newer = 0; newer < 14; newer += 1) tape.write(page('n'))
  expect(tape.read(first)?.toString()).toBe('first')
  const newest = tape.write(Buffer.from('newest'))
  expect(tape.read(first)).toBeUndefined()
  expect(tape.read(second)).toEqual(page('2'))
  expect(tape.read(newest)?.toString()).toBe('newest')
})
