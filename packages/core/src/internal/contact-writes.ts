/** A member or department that a call may have changed: a hint to read it again. */
export type ContactWrite = { userId: string; departmentIds?: readonly number[] } | { departmentId: number }

/** Who wants to hear of writes; a directory is one. */
export interface ContactReader {
  invalidate(write: ContactWrite): void
}

/**
 * Carries the writes of one client, and of all made from it by `with`, to the directories that read through it. They are
 * held weakly: a client outlives a directory that nobody uses any more.
 */
export class ContactWrites {
  readonly #readers = new Set<WeakRef<ContactReader>>()

  listen(reader: ContactReader): void {
    this.#readers.add(new WeakRef(reader))
  }

  tell(write: ContactWrite): void {
    for (const reference of this.#readers) {
      const reader = reference.deref()
      if (reader === undefined) this.#readers.delete(reference)
      else reader.invalidate(write)
    }
  }
}

const ofClients = new WeakMap<object, ContactWrites>()

/** Notes whose writes a client reports. */
export function setContactWrites(client: object, writes: ContactWrites): void {
  ofClients.set(client, writes)
}

/** The writes of a client of ours; undefined for a stand-in. */
export function contactWritesOf(client: object): ContactWrites | undefined {
  return ofClients.get(client)
}
