/** Milliseconds of this process's CPU that a piece of work takes, the least of three runs. */
export async function cpuOf(work: () => unknown): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    runs.push((user + system) / 1000)
  }
  return Math.min(...runs)
}
