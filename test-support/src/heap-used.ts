import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes on the heap of this process after a collection. */
export function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}
