import type { DirectoryLevel } from '@wecom-kit/core'

const rank: Readonly<Record<DirectoryLevel, number>> = { id: 0, simple: 1, full: 2 }

/** The higher of two levels. */
export function higherLevel<Level extends DirectoryLevel>(left: Level, right: Level): Level {
  return rank[left] >= rank[right] ? left : right
}

/** Whether what is known of a member suffices for a demand. */
export function isEnough(known: DirectoryLevel, wanted: DirectoryLevel): boolean {
  return rank[known] >= rank[wanted]
}
