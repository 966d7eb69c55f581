import { setTimeout as delay } from 'node:timers/promises'

/** Looks every 5 ms until the condition holds, for at most `limitMs`. */
export async function eventually(holds: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs
  while (performance.now() < end) {
    if (await holds()) return true
    await delay(5)
  }
  return false
}
