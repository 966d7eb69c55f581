import { integer } from '../shape/shape.ts'
import { type PlacedStub, type Stub, stubShape } from '../stubs/stubs.ts'
import { act, type ActsOf } from './act.ts'

/** Answers of your own; the token is checked before them, a fault goes before them. */
export interface StubsApi {
  /**
   * Answers calls of this path, from now on and until a reset; the newest stub that fits wins. Returns its id.
   *
   * @throws TypeError that names the wrong field.
   * @example
   * ```ts
   * simulator.stubs.add({ path: '/cgi-bin/oa/getapprovaldetail', when: { sp_no: '1' }, answer: { info: { sp_status: 2 } } })
   * ```
   */
  add(stub: Stub): number
  /** Those in force, oldest first. */
  list(): PlacedStub[]
  /** False when there is none of this id any more. */
  remove(id: number): boolean
  /** Forgets all of them. */
  clear(): void
}

/** The acts behind {@link StubsApi}. */
export const stubActs: ActsOf<StubsApi> = {
  add: act({
    http: 'POST stubs',
    input: [stubShape],
    run: ({ stubs }, stub) => stubs.add(stub),
    answer: (id) => ({ ok: true, id }),
  }),
  list: act({
    http: 'GET stubs',
    input: [],
    run: ({ stubs }) => stubs.list(),
    answer: (stubs) => ({ stubs }),
  }),
  remove: act({
    http: 'DELETE stubs/:id',
    input: [integer(1)],
    run: ({ stubs }, id) => stubs.remove(id),
    answer: (removed) => ({ removed }),
  }),
  clear: act({ http: 'DELETE stubs', input: [], run: ({ stubs }) => stubs.clear() }),
}
