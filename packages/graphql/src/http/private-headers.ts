/**
 * Headers of every answer: what is in it depends on who asks, so no cache may keep it, not even for the same URL. A
 * shared cache that did has shown one reader another's data in other products.
 */
export const privateCacheControl = 'private, no-store'

/** A `Vary` value that also names what a viewer is told by. */
export function varyByViewer(existing: string | undefined): string {
  const names = (existing ?? '').split(',').map((name) => name.trim())
  const missing = ['Cookie', 'Authorization'].filter(
    (wanted) => !names.some((name) => name.toLowerCase() === wanted.toLowerCase()),
  )
  return [...names.filter((name) => name !== ''), ...missing].join(', ')
}
