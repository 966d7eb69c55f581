/** Microseconds of this process's CPU per run: steadier than wall time on a shared machine. */
export async function cpuPerRun(
  run: () => Promise<void>,
  runs: number,
  concurrency: number,
): Promise<number> {
  const before = process.cpuUsage()
  let left = runs
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await run()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / runs
}
