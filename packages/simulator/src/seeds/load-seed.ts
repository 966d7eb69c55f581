import { readFileSync } from 'node:fs'
import { bigCorp } from './big-corp.ts'
import { checkSeed } from './check-seed.ts'
import type { Recording } from './recording.ts'
import { smallCorp } from './small-corp.ts'

/**
 * Finds a seed by name: `small-corp`, `big-corp`, `big-corp?users=12000&departments=300`, or the path of a JSON file.
 *
 * @throws TypeError that names what came and the names there are, or the wrong place in the seed.
 */
export function loadSeed(source: string | Recording): Recording {
  if (typeof source !== 'string') return checkSeed(source)
  if (source.endsWith('.json')) return readSeedFile(source)
  const [name, query = ''] = source.split('?', 2)
  const parameters = new URLSearchParams(query)
  const unknown = [...parameters.keys()].find((key) => name !== 'big-corp' || !sizes.has(key))
  if (unknown !== undefined) {
    throw new TypeError(`seed: "${unknown}" is no parameter of ${name}; big-corp takes users and departments`)
  }
  if (name === 'small-corp') return smallCorp()
  if (name === 'big-corp') {
    return bigCorp({
      users: size(parameters, 'users', 12_000),
      departments: size(parameters, 'departments', 300),
    })
  }
  throw new TypeError(
    `seed: expected small-corp, big-corp?users=&departments= or a path that ends in .json, got "${source}"`,
  )
}

const sizes: ReadonlySet<string> = new Set(['users', 'departments'])

function readSeedFile(path: string): Recording {
  try {
    return checkSeed(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new TypeError(`seed ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function size(parameters: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(parameters.get(name) ?? otherwise)
  if (Number.isSafeInteger(value) && value >= 1 && value <= 1_000_000) return value
  throw new TypeError(
    `seed: big-corp takes ${name}= as a whole number from 1 to 1000000, got "${parameters.get(name) ?? ''}"`,
  )
}
