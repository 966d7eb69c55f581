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
import type { Fault, FaultKind, RandomFaults } from './fault.ts'

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

const kind: Shape<keyof FaultKind> = oneOf(
  'errcode',
  'http',
  'delay',
  'hang',
  'reset',
  'truncate',
  'html',
  'malformed',
  'answer',
  'slow-body',
)

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

/** Checks a scripted fault from outside. */
export const faultShape: Shape<Fault> = variants<Fault>('kind', shapes)

/** Checks the order for random faults from outside. */
export const randomFaultsShape: Shape<RandomFaults> = object<RandomFaults>({
  rate: number(0, 1),
  seed: maybe(integer(0, 2 ** 32)),
  kinds: maybe(listOf(kind, 100)),
  paths: maybe(listOf(path, 1000)),
})
