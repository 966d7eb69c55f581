import { memberKey } from './demand.ts'
import type { DirectoryUserFull, KnownUser } from './types.ts'

/** Adds texts a member is found by; see `searchTerms`. */
export type SearchTerms = (user: DirectoryUserFull) => readonly string[]

interface Entry {
  user: DirectoryUserFull
  /** What the member is found by as it is compared, each text between two line breaks. */
  texts: string
  readonly ordinal: number
}

// Text of a program or of a paste, not a name: a search for it is work for nothing.
const longestText = 200
const maxTerms = 50

/**
 * Members by the texts people know them by. For every pair of characters, and for every single one whose script writes
 * words in single characters, it knows who has it: a search looks through those who have the rarest piece of its text.
 */
export class SearchIndex {
  /** Set while the index is kept up; before, answers pass by without being indexed. */
  enabled = false
  /** Members that changed and have to be read again before the next search. */
  readonly changed: Set<string> = new Set()
  readonly #terms: SearchTerms | undefined
  readonly #byKey = new Map<string, Entry>()
  /** By their ordinal; whoever left is undefined. */
  readonly #entries: (Entry | undefined)[] = []
  /** Members who changed or left since the last sweep. */
  #outdated = 0
  /** Ordinals of those who left. */
  readonly #free: number[] = []
  /** Ordinals of who has a piece; of who had it before a change, too: the texts themselves decide. */
  readonly #having = new Map<string, number[]>()
  readonly #listed = new Map<number, ReadonlySet<string>>()

  constructor(terms: SearchTerms | undefined) {
    this.#terms = terms
  }

  get size(): number {
    return this.#byKey.size
  }

  departments(): number[] {
    return [...this.#listed.keys()]
  }

  put(key: string, user: DirectoryUserFull): void {
    this.changed.delete(key)
    const known = this.#byKey.get(key)
    if (known?.user === user) return
    const texts = this.#textsOf(user)
    if (known?.texts === texts) known.user = user
    else this.#add(key, user, texts, known)
  }

  /** A department's list came: whoever was in it, is not any more, and was nowhere else, is answered: they are gone. */
  list(departmentId: number, users: readonly KnownUser[]): string[] {
    const keys = new Set(users.map((user) => memberKey(user.userId) ?? ''))
    const gone: string[] = []
    for (const key of this.#listed.get(departmentId) ?? []) {
      const departments = this.#byKey.get(key)?.user.departmentIds ?? []
      if (!keys.has(key) && departments.every((id) => id === departmentId)) gone.push(key)
    }
    if (keys.size === 0) this.#listed.delete(departmentId)
    else this.#listed.set(departmentId, keys)
    return gone
  }

  remove(key: string): void {
    this.changed.delete(key)
    const entry = this.#byKey.get(key)
    if (entry === undefined) return
    this.#byKey.delete(key)
    this.#entries[entry.ordinal] = undefined
    this.#free.push(entry.ordinal)
    this.#outdated += 1
  }

  /** The member changed: read it again before it is shown. */
  touch(key: string): void {
    if (this.enabled) this.changed.add(key)
  }

  /** Everybody changed. */
  touchAll(): void {
    for (const key of this.#byKey.keys()) this.touch(key)
  }

  /** Members with the text in one of theirs: whole texts first, then beginnings, then the rest, each by userid. */
  find(text: string, limit: number): DirectoryUserFull[] {
    const wanted = comparable(text)
    if (wanted === '' || wanted.length > longestText) return []
    const [whole, beginning, inside] = [
      new FirstByUserId(limit),
      new FirstByUserId(limit),
      new FirstByUserId(limit),
    ]
    const look = (entry: Entry | undefined): void => {
      if (entry?.texts.includes(wanted) !== true) return
      if (entry.texts.includes(`\n${wanted}\n`)) whole.offer(entry.user)
      else if (entry.texts.includes(`\n${wanted}`)) beginning.offer(entry.user)
      else inside.offer(entry.user)
    }
    const candidates = this.#candidates(wanted)
    if (candidates === undefined) for (const entry of this.#byKey.values()) look(entry)
    else for (const ordinal of candidates) look(this.#entries[ordinal])
    return [...whole.users(), ...beginning.users(), ...inside.users()].slice(0, limit)
  }

  /** Drops, piece by piece, the ordinals of those who do not have it any more, once there are many of these. */
  *sweep(): Generator<void> {
    if (this.#outdated < this.#byKey.size / 10) return
    this.#outdated = 0
    for (const [piece, having] of this.#having) {
      const still = new Set(having.filter((ordinal) => this.#entries[ordinal]?.texts.includes(piece)))
      if (still.size === 0) this.#having.delete(piece)
      else if (still.size < having.length) this.#having.set(piece, [...still])
      yield
    }
  }

  #add(key: string, user: DirectoryUserFull, texts: string, before: Entry | undefined): void {
    const entry = before ?? { user, texts, ordinal: this.#free.pop() ?? this.#entries.length }
    const known = before === undefined ? new Set<string>() : piecesOf(before.texts)
    if (before !== undefined) this.#outdated += 1
    entry.user = user
    entry.texts = texts
    this.#byKey.set(key, entry)
    this.#entries[entry.ordinal] = entry
    for (const piece of piecesOf(texts)) {
      if (known.has(piece)) continue
      const having = this.#having.get(piece)
      if (having === undefined) this.#having.set(piece, [entry.ordinal])
      else having.push(entry.ordinal)
    }
  }

  /** Ordinals of who has the rarest piece; undefined when the text has none. */
  #candidates(wanted: string): readonly number[] | undefined {
    let fewest: readonly number[] | undefined
    for (const piece of piecesOf(wanted)) {
      const having = this.#having.get(piece) ?? []
      if (fewest === undefined || having.length < fewest.length) fewest = having
    }
    return fewest
  }

  #termsOf(user: DirectoryUserFull): readonly unknown[] {
    try {
      const terms: unknown = this.#terms?.(user)
      return Array.isArray(terms) ? terms.slice(0, maxTerms) : []
    } catch {
      // A hook's bug must not become a directory's.
      return []
    }
  }

  #textsOf(user: DirectoryUserFull): string {
    const { userId, name, alias, englishName } = user
    // Personal fields are not searchable: finding somebody by a number would reveal the number.
    const texts = [userId, name, alias, englishName, ...this.#termsOf(user)]
    const compared = texts.map((text) =>
      typeof text === 'string' ? comparable(text.slice(0, longestText)) : '',
    )
    return `\n${[...new Set(compared)].filter((text) => text !== '').join('\n')}\n`
  }
}

/** Whether a search text says enough: two characters, or one of a script whose characters are words. */
export function isSearchable(text: string): boolean {
  const [first, second] = text.trim()
  return second !== undefined || (first !== undefined && isWord(first))
}

/** The first members by userid, of as many as are offered. */
class FirstByUserId {
  readonly #limit: number
  #kept: DirectoryUserFull[] = []
  #last: string | undefined

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(user: DirectoryUserFull): void {
    if (this.#last !== undefined && user.userId >= this.#last) return
    this.#kept.push(user)
    if (this.#kept.length >= 2 * this.#limit + 100) this.#cut()
  }

  users(): readonly DirectoryUserFull[] {
    this.#cut()
    return this.#kept
  }

  #cut(): void {
    const sorted = [...new Set(this.#kept)].sort((one, other) => (one.userId < other.userId ? -1 : 1))
    this.#kept = sorted.slice(0, this.#limit)
    if (this.#kept.length === this.#limit) this.#last = this.#kept.at(-1)?.userId
  }
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

/** Pairs of neighbours, and single characters that are words. */
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>()
  let before = '\n'
  for (const character of text) {
    if (isWord(character)) {
      pieces.add(character)
      before = '\n'
      continue
    }
    if (before !== '\n' && character !== '\n') pieces.add(before + character)
    before = character
  }
  return pieces
}

// Radicals and Han with kana between them, Hangul, Han for compatibility, and the rare Han beyond the basic plane.
const words: readonly (readonly [from: number, to: number])[] = [
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
]

function isWord(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x2e80 && words.some(([from, to]) => code >= from && code <= to)
}
