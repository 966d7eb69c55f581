import { setTimeout as pause } from 'node:timers/promises'

/** Asks again and again until the answer is not undefined. @throws Error after `limitMs` */
export async function waitFor<Value>(
  what: string,
  ask: () => Promise<Value | undefined>,
  limitMs = 30_000,
): Promise<Value> {
  const end = performance.now() + limitMs
  while (performance.now() < end) {
    const value = await ask()
    if (value !== undefined) return value
    await pause(20)
  }
  throw new Error(`waited ${limitMs} ms for ${what}`)
}
