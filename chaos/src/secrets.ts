/** Everything that leaves the processes, searched for what must not. */
export interface SecretSearch {
  /** From now on this text must not appear. */
  add(name: string, secret: string): void
  /** Searches a text. */
  look(text: string, where: string): void
  /** Where one was found; the secrets themselves are not in it. */
  readonly leaks: readonly string[]
  /** Characters that were searched. */
  readonly searched: number
}

/** A search with no secrets yet. */
export function createSecretSearch(): SecretSearch {
  const secrets = new Map<string, string>()
  const leaks = new Set<string>()
  let searched = 0
  return {
    add: (name, secret) => {
      for (const form of [secret, encodeURIComponent(secret)]) secrets.set(form, name)
    },
    look(text, where) {
      searched += text.length
      for (const [secret, name] of secrets) if (text.includes(secret)) leaks.add(`${name} in ${where}`)
    },
    get leaks() {
      return [...leaks]
    },
    get searched() {
      return searched
    },
  }
}
