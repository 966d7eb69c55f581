import { checkBars } from './bars.ts'
import { clairvoyantCalls } from './clairvoyant.ts'
import { compareWithClairvoyant } from './compare-with-clairvoyant.ts'
import { measure, type MakeStrategy, type Measured } from './measure.ts'
import { printWorkload } from './report.ts'
import { dataLoader, dataLoaderWithTtl, naive, ours } from './strategies.ts'
import { singles, streams } from './workloads.ts'

const strategies: readonly MakeStrategy[] = [
  (wecom) => naive(wecom.client()),
  (wecom) => dataLoader(wecom.client()),
  (wecom, clock) => dataLoaderWithTtl(wecom.client(), clock.now),
  (wecom, clock) => ours(wecom.client(), clock.now),
  (wecom, clock, warm) => ours(wecom.client(), clock.now, wecom.contactsClient(), warm),
]

/**
 * Compares ways to answer requests about members: what they cost WeCom, what readers wait, whether all say the same.
 * Runs in virtual time, so that all but the planning time is the same on every machine. Answers what broke a promise.
 */
export async function compareDirectories(): Promise<string[]> {
  const broken: string[] = []
  for (const workload of [...singles, ...streams]) {
    const runs: Measured[] = []
    for (const make of strategies) runs.push(await measure(workload, make))
    printWorkload(workload.name, runs)
    if (workload.optimum === true) console.log(`\nClairvoyant: ${clairvoyantCalls(workload)} calls.`)
    broken.push(...checkBars(workload.name, runs))
  }
  return [...broken, ...(await compareWithClairvoyant())]
}
