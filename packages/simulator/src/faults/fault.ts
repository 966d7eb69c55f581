import {
  anyText,
  integer,
  listOf,
  matching,
  maybe,
  number,
  object,
  oneOf,
  type Shape,
  variants,
} from '../shape/shape.ts'
import { isRecord } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'

/** What goes wrong. */
export type FaultKind = {
  /** The JSON answer of a failed call, headers and empty containers included. */
  errcode: { errcode: number; errmsg?: string | undefined }
  /** A status of a gateway in front of WeCom, with a short HTML body. */
  http: { status: number }
  /** The right answer, so many milliseconds late. */
  delay: { ms: number }
  /** No answer, the connection stays open until the simulator closes. */
  hang: object
  /** The connection is reset without an answer. */
  reset: object
  /** The right headers, half of the body, then the connection breaks. */
  truncate: object
  /** Any answer at all: 200, no headers and no body unless given. Nothing reaches WeCom. */
  answer: {
    status?: number | undefined
    headers?: Record<string, string> | undefined
    body?: string | undefined
  }
  /** Status 200 with an HTML page, as a captive portal or proxy answers. */
  html: object
  /** Status 200 with JSON that does not parse. */
  malformed: object
  /** Headers at once, the body in drops over so many milliseconds. `ms` is 5000 unless given. */
  'slow-body': { ms?: number | undefined }
}

/** A fault for the next `times` (1 unless given) requests of exactly this path, in the order they were added. */
export type Fault = {
  [K in keyof FaultKind]: { path: string; times?: number | undefined; kind: K } & FaultKind[K]
}[keyof FaultKind]

/** A scripted fault that is still to come; `times` counts the requests left. */
export type PendingFault = Fault & { id: number }

/** Faults on a share of all `/cgi-bin` requests, drawn from a seed so that a run can be repeated. */
export interface RandomFaults {
  /** Share of requests, 0 to 1. */
  rate: number
  /** Same seed, same draws in order of arrival. Drawn, printed in the answer and kept in the state when left out. */
  seed?: number | undefined
  /** What to draw from. @default errcode (-1, 45009, 40014), http (500, 502, 503), delay, reset, truncate, html, malformed */
  kinds?: readonly (keyof FaultKind)[] | undefined
  /** Only these paths. @default every path under /cgi-bin */
  paths?: readonly string[] | undefined
}

type Of<K extends keyof FaultKind> = Extract<Fault, { kind: K }>

const path = matching(/^\//, 'a path that starts with /')
const times = maybe(integer(1))
const ms = number(0, 86_400_000)
const status = integer(200, 599)

const headers: Shape<Record<string, string>> = (value, at): value is Record<string, string> => {
  if (!isRecord(value)) throw new ShapeError(at, 'expected an object')
  for (const [name, each] of Object.entries(value)) {
    if (!/^[A-Za-z0-9-]+$/.test(name)) throw new ShapeError(`${at}.${name}`, 'is not the name of a header')
    matching(/^[\x20-\x7e]*$/, 'printable ASCII')(each, `${at}.${name}`)
  }
  return true
}

const shapes: { readonly [K in keyof FaultKind]: Shape<Of<K>> } = {
  errcode: object<Of<'errcode'>>({
    path,
    times,
    kind: oneOf('errcode'),
    errcode: integer(),
    errmsg: maybe(anyText),
  }),
  http: object<Of<'http'>>({ path, times, kind: oneOf('http'), status }),
  delay: object<Of<'delay'>>({ path, times, kind: oneOf('delay'), ms }),
  hang: object<Of<'hang'>>({ path, times, kind: oneOf('hang') }),
  reset: object<Of<'reset'>>({ path, times, kind: oneOf('reset') }),
  truncate: object<Of<'truncate'>>({ path, times, kind: oneOf('truncate') }),
  html: object<Of<'html'>>({ path, times, kind: oneOf('html') }),
  malformed: object<Of<'malformed'>>({ path, times, kind: oneOf('malformed') }),
  answer: object<Of<'answer'>>({
    path,
    times,
    kind: oneOf('answer'),
    status: maybe(status),
    headers: maybe(headers),
    body: maybe(anyText),
  }),
  'slow-body': object<Of<'slow-body'>>({ path, times, kind: oneOf('slow-body'), ms: maybe(ms) }),
}

/** Everything that can be made to go wrong, for a test that tries it all. */
export const faultKinds: readonly (keyof FaultKind)[] = Object.keys(shapes).filter(isKind)

function isKind(name: string): name is keyof FaultKind {
  return Object.hasOwn(shapes, name)
}

/** Checks a scripted fault from outside. */
export const faultShape: Shape<Fault> = variants<Fault>('kind', shapes)

/** Checks the order for random faults from outside. */
export const randomFaultsShape: Shape<RandomFaults> = object<RandomFaults>({
  rate: number(0, 1),
  seed: maybe(integer(0, 2 ** 32)),
  kinds: maybe(listOf(oneOf(...faultKinds), 100)),
  paths: maybe(listOf(path, 1000)),
})
