import { printTable } from 'test-support/print-table'
import { type Campaign, handlesOf } from './campaign.ts'
import { allPairs, allRounds, describeRound, type Round } from './plan.ts'
import type { Counts } from './tally.ts'
import type { World } from './world.ts'

const longestList = 20

/** Prints what happened and returns whether every promise was kept. */
export function report(
  { secrets, tally }: World,
  { recoveries, rounds, seconds, surveys }: Campaign,
): boolean {
  printTable(
    'What came of the calls',
    ['face', 'calls', 'answers', 'typed errors', 'cut by a kill', 'untyped', 'lost', 'stuck', 'codes'],
    [...tally.faces].map(([face, counts]) => rowOf(face, counts)),
  )
  printTable(
    'Until everything worked again',
    ['state of Redis', 'rounds', 'slowest recovery, ms'],
    [...recoveries].map(([redis, ms]) => [
      redis,
      String(rounds.filter((round) => round.redis === redis).length),
      ms.toFixed(0),
    ]),
  )
  printTable(
    'What is held',
    ['the process that lived', ...surveys.map((_survey, index) => placeOf(index, surveys.length))],
    [
      ['heap, MB', ...surveys.map(({ heapMb }) => heapMb.toFixed(1))],
      ['handles', ...surveys.map((survey) => String(handlesOf(survey)))],
    ],
  )
  console.log(`\n${rounds.length} rounds in ${seconds.toFixed(0)} s, ${coverageOf(rounds)}`)
  console.log(
    `${secrets.leaks.length} secrets leaked; ${(secrets.searched / 1e6).toFixed(1)} million characters searched`,
  )
  const broken = [...secrets.leaks.map((leak) => `leaked: ${leak}`), ...tally.broken]
  console.log(broken.length === 0 ? 'Every promise was kept.' : `\n${broken.length} promises broken:`)
  printCounted(broken)
  return broken.length === 0
}

function rowOf(face: string, { answer, codes, cut, lost, stuck, typed, untyped }: Counts): string[] {
  const calls = answer + typed + cut + untyped + lost + stuck
  const numbers = [calls, answer, typed, cut, untyped, lost, stuck].map(String)
  return [face, ...numbers, [...codes].map(([code, count]) => `${code} ${count}`).join(', ')]
}

/** The same break in several rounds is one line. */
function printCounted(broken: readonly string[]): void {
  const kinds = Map.groupBy(broken, (line) => line.replace(/ \[[^\]]*\]$/, '').replaceAll(/\d+/g, 'N'))
  for (const lines of [...kinds.values()].slice(0, longestList))
    console.log(`- ${lines.length} × ${lines[0]}`)
  if (kinds.size > longestList) console.log(`- and ${kinds.size - longestList} more kinds`)
}

function placeOf(index: number, length: number): string {
  if (index === 0) return 'at first'
  return index === length - 1 ? 'at last' : `after ${index}`
}

function coverageOf(rounds: readonly Round[]): string {
  const pairs = new Set(rounds.map(({ redis, upstream }) => `${redis}/${upstream}`))
  const different = new Set(rounds.map(describeRound))
  return `${pairs.size} of ${allPairs} pairs of WeCom's and Redis's trouble, ${different.size} of ${allRounds} different rounds`
}
