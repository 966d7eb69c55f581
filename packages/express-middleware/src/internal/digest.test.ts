import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { expect, it, onTestFinished, vi } from 'vitest'
import { safeEqual } from './digest.ts'

it('A19 · compares equal lengths in constant time', () => {
  const timingSafeEqual = vi.spyOn(crypto, 'timingSafeEqual')
  syncBuiltinESMExports()
  onTestFinished(() => {
    timingSafeEqual.mockRestore()
    syncBuiltinESMExports()
  })
  expect(safeEqual('same length', 'same lengtH')).toBe(false)
  expect(timingSafeEqual).toHaveBeenCalledTimes(1)
})
