/** What goes wrong. */
export type FaultKind = {
  /** The JSON answer of a failed call, headers and empty containers included. */
  errcode: { errcode: number; errmsg?: string }
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
  answer: { status?: number; headers?: Record<string, string>; body?: string }
  /** Status 200 with an HTML page, as a captive portal or proxy answers. */
  html: object
  /** Status 200 with JSON that does not parse. */
  malformed: object
  /** Headers at once, the body in drops over so many milliseconds. `ms` is 5000 unless given. */
  'slow-body': { ms?: number }
}

/** A fault for the next `times` (1 unless given) requests of exactly this path, in the order they were added. */
export type Fault = {
  [K in keyof FaultKind]: { path: string; times?: number; kind: K } & FaultKind[K]
}[keyof FaultKind]

/** A scripted fault that is still to come; `times` counts the requests left. */
export type PendingFault = Fault & { id: number }

/** Faults on a share of all `/cgi-bin` requests, drawn from a seed so that a run can be repeated. */
export interface RandomFaults {
  /** Share of requests, 0 to 1. */
  rate: number
  /** Same seed, same draws in order of arrival. Drawn, printed in the answer and kept in the state when left out. */
  seed?: number
  /** What to draw from. @default errcode (-1, 45009, 40014), http (500, 502, 503), delay, reset, truncate, html, malformed */
  kinds?: readonly (keyof FaultKind)[]
  /** Only these paths. @default every path under /cgi-bin */
  paths?: readonly string[]
}
