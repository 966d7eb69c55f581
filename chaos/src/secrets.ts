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

/** Of one name. Half an hour has tens of thousands of login codes, each good for minutes, and every answer is searched. */
const most = 1000

/** A search with no secrets yet. */
export function createSecretSearch(): SecretSearch {
  const secrets = new Map<string, Set<string>>()
  const leaks = new Set<string>()
  let searched = 0
  return {
    add: (name, secret) => {
      const known = secrets.get(name) ?? new Set()
      secrets.set(name, known)
      for (const form of [secret, encodeURIComponent(secret)]) known.add(form)
      for (const oldest of known) {
        if (known.size <= most) break
        known.delete(oldest)
      }
    },
    look(text, where) {
      searched += text.length
      for (const [name, known] of secrets)
        for (const secret of known) if (text.includes(secret)) leaks.add(`${name} in ${where}`)
    },
    get leaks() {
      return [...leaks]
    },
    get searched() {
      return searched
    },
  }
}
