import { anyObject, isRecord, matching, maybe, object, type Shape } from '../shape/shape.ts'

/** An answer of your own for an API, instead of the simulator's. */
export interface Stub {
  /** The exact path, documented or not. */
  path: string
  /**
   * Parameters the call must have, in its query or its JSON body: numbers and digit strings are the same, objects and
   * lists may hold more than is asked for. @default every call
   */
  when?: Record<string, unknown> | undefined
  /** The JSON object that is answered; `errcode: 0` and `errmsg: 'ok'` unless it says otherwise. */
  answer: Record<string, unknown>
}

/** A stub in force. */
export type PlacedStub = Stub & { id: number }

/** Checks a stub from outside. */
export const stubShape: Shape<Stub> = object<Stub>({
  path: matching(/^\/(?!__simulator)/, 'a path of WeCom that starts with /'),
  when: maybe(anyObject),
  answer: anyObject,
})

/** The stubs in force. */
export class Stubs {
  #placed: { id: number; stub: Stub }[] = []
  #lastId = 0

  /** Returns the id by which the stub can be removed again. */
  add(stub: Stub): number {
    this.#lastId += 1
    this.#placed.push({ id: this.#lastId, stub: structuredClone(stub) })
    return this.#lastId
  }

  list(): PlacedStub[] {
    return this.#placed.map(({ id, stub }) => ({ id, ...structuredClone(stub) }))
  }

  /** The same as they were ordered, for a recording. */
  orders(): Stub[] {
    return this.#placed.map(({ stub }) => structuredClone(stub))
  }

  /** False when there is none of this id any more. */
  remove(id: number): boolean {
    const before = this.#placed.length
    this.#placed = this.#placed.filter((placed) => placed.id !== id)
    return this.#placed.length < before
  }

  clear(): void {
    this.#placed = []
  }

  /** The newest stub of this path that fits; `read` is asked only when a stub wants to know. */
  find(path: string, read: () => Readonly<Record<string, unknown>>): PlacedStub | undefined {
    const here = this.#placed.filter(({ stub }) => stub.path === path)
    const found = here.findLast(({ stub: { when } }) => when === undefined || covers(read(), when))
    return found && { id: found.id, ...found.stub }
  }
}

function covers(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(value) && wanted.every((item) => value.some((each) => covers(each, item)))
  if (isRecord(wanted)) {
    return isRecord(value) && Object.entries(wanted).every(([name, each]) => covers(value[name], each))
  }
  return value === wanted || (isScalar(value) && isScalar(wanted) && String(value) === String(wanted))
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
