import { existsSync, readFileSync } from 'node:fs'
import { redirectReply, type Reply } from '../http/reply.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** Scripts and styles come from here alone; names in the corp cannot smuggle in others. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The console's page and files; undefined for a path that is none of them. */
export function answerConsole(path: string): Reply | undefined {
  if (path === '/' || path === '/__simulator') return redirectReply('/__simulator/')
  const name =
    path === '/__simulator/'
      ? 'index.html'
      : /^\/__simulator\/console\/([a-z-]+\.(?:css|js))$/.exec(path)?.[1]
  return name === undefined ? undefined : fileReply(name)
}

function fileReply(name: string): Reply | undefined {
  try {
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain'
    const headers = {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    return { status: 200, headers, body: readAsset(name) }
  } catch {
    return undefined
  }
}

/** Seen from the source file, and from the bundle in `dist`. */
const places = ['./client/', '../src/console/client/']

/** A file of the console's page, wherever the package runs from. */
function readAsset(name: string): Buffer {
  for (const place of places) {
    const url = new URL(place + name, import.meta.url)
    if (existsSync(url)) return readFileSync(url)
  }
  throw new Error(`the package is incomplete: ${name} is missing`)
}
