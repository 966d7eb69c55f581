import { compareDirectories } from './compare-directories.ts'

const broken = await compareDirectories()
for (const line of broken) console.error(`BROKEN ${line}`)
if (broken.length > 0) process.exitCode = 1
