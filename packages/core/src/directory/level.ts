import type { DirectoryLevel } from './types.ts'

/** A level a list can be asked at; `id` is no question of its own, because WeCom's smallest list is `simple`. */
export type ListLevel = Exclude<DirectoryLevel, 'id'>

const rank: Readonly<Record<DirectoryLevel, number>> = { id: 0, simple: 1, full: 2 }

/** Whether what is known at `known` answers a demand for `wanted`. */
export function covers(known: DirectoryLevel, wanted: DirectoryLevel): boolean {
  return rank[known] >= rank[wanted]
}

/** The higher of two demands; `undefined` is none. */
export function higher(one: ListLevel | undefined, other: ListLevel): ListLevel {
  return one === 'full' ? one : other
}
