import { Random } from '../world/random.ts'
import type { Fault, FaultKind, PendingFault, RandomFaults } from './fault.ts'

/** `hang` is left out: a run that draws it needs a client with timeouts, so it must be asked for. */
const defaultKinds: readonly (keyof FaultKind)[] = [
  'errcode',
  'http',
  'delay',
  'reset',
  'truncate',
  'html',
  'malformed',
]

/** Gettoken carries no token that could be invalid. */
const busy = [-1, 45009]

/** The faults to come: scripted ones first in, first out per path, then random ones. */
export class FaultPlan {
  #queue: { id: number; fault: Fault; left: number }[] = []
  #lastId = 0
  #random: { order: RandomFaults; draws: Random } | undefined

  /** Returns the id by which the fault can be removed again. */
  add(fault: Fault): number {
    this.#lastId += 1
    this.#queue.push({ id: this.#lastId, fault, left: fault.times ?? 1 })
    return this.#lastId
  }

  /** False when there is none of this id any more. */
  remove(id: number): boolean {
    const before = this.#queue.length
    this.#queue = this.#queue.filter((planned) => planned.id !== id)
    return this.#queue.length < before
  }

  /** Starts random faults and returns the seed that repeats them. */
  startRandom(order: RandomFaults): number {
    const draws = new Random(order.seed)
    this.#random = order.rate === 0 ? undefined : { order, draws }
    return draws.seed
  }

  /** Scripted faults still to come, with the number of requests left for each. */
  pending(): PendingFault[] {
    return this.#queue.map(({ fault, id, left }) => ({ id, ...fault, times: left }))
  }

  /** The same as they were ordered, for a recording. */
  orders(): Fault[] {
    return this.#queue.map(({ fault, left }) => ({ ...fault, times: left }))
  }

  /** The running order for random faults with its seed, if there is one. */
  get random(): (RandomFaults & { seed: number }) | undefined {
    return this.#random && { ...this.#random.order, seed: this.#random.draws.seed }
  }

  clear(): void {
    this.#queue = []
    this.#random = undefined
  }

  /** The fault for this request, if any; a scripted one is used up. */
  take(path: string): Fault | undefined {
    return this.#takeScripted(path) ?? this.#draw(path)
  }

  #takeScripted(path: string): Fault | undefined {
    const index = this.#queue.findIndex(({ fault }) => fault.path === path)
    const found = this.#queue[index]
    if (found === undefined) return undefined
    found.left -= 1
    if (found.left === 0) this.#queue.splice(index, 1)
    return found.fault
  }

  #draw(path: string): Fault | undefined {
    if (this.#random === undefined) return undefined
    const { order, draws } = this.#random
    const meant = order.paths === undefined ? path.startsWith('/cgi-bin/') : order.paths.includes(path)
    if (!meant || draws.next() >= order.rate) return undefined
    return drawFault(path, draws.pick(order.kinds ?? defaultKinds), draws)
  }
}

function drawFault(path: string, kind: keyof FaultKind, draws: Random): Fault {
  if (kind === 'errcode')
    return { path, kind, errcode: draws.pick(path === '/cgi-bin/gettoken' ? busy : [...busy, 40014]) }
  if (kind === 'http') return { path, kind, status: draws.pick([500, 502, 503]) }
  if (kind === 'delay') return { path, kind, ms: draws.below(50) }
  if (kind === 'slow-body') return { path, kind, ms: 50 + draws.below(200) }
  return { path, kind }
}
