/** Waits for all and leaves out what is not there: hidden and missing items vanish from lists of members. */
export async function present<Item>(items: readonly Promise<Item | undefined>[]): Promise<Item[]> {
  const found = await Promise.all(items)
  return found.filter((item) => item !== undefined)
}
