import { existsSync, readFileSync } from 'node:fs'

/** Seen from the source file, and from the bundle in `dist`. */
const places = ['./client/', '../src/console/client/']

/** A file of the console's page, wherever the package runs from. */
export function readAsset(name: string): string {
  for (const place of places) {
    const url = new URL(place + name, import.meta.url)
    if (existsSync(url)) return readFileSync(url, 'utf8')
  }
  throw new Error(`the package is incomplete: ${name} is missing`)
}
