import { compareDirectories } from './compare-directories.ts'
import { compareOnSimulator } from './on-simulator.ts'

// `--simulator` adds the runs over real HTTP, which take a minute.
const broken = await compareDirectories()
if (process.argv.includes('--simulator')) await compareOnSimulator()
for (const line of broken) console.error(`BROKEN ${line}`)
if (broken.length > 0) process.exitCode = 1
