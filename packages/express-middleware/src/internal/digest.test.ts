import { timingSafeEqual } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { safeEqual } from './digest.ts'

vi.mock(import('node:crypto'), async (original) => {
  const crypto = await original()
  return { ...crypto, timingSafeEqual: vi.fn<typeof crypto.timingSafeEqual>(crypto.timingSafeEqual) }
})

it('A19 · compares equal lengths in constant time', () => {
  expect(safeEqual('same length', 'same lengtH')).toBe(false)
  expect(timingSafeEqual).toHaveBeenCalledTimes(1)
})
