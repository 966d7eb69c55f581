import type { Directory, WecomEvent } from '@wecom-kit/core'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What a scrape looks at itself, instead of being told. */
export interface MetricSources {
  readonly directory: Pick<Directory, 'stats'>
  readonly openPages: () => number
}

/** The numbers at `/metrics`. */
export class Metrics {
  readonly registry: Registry = new Registry()
  readonly #requests = new Histogram({
    name: 'demo_http_request_duration_seconds',
    help: 'Answers by kind of address and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  })
  readonly #calls = new Histogram({
    name: 'demo_wecom_call_duration_seconds',
    help: 'Calls to WeCom, with their retries, by path and outcome',
    labelNames: ['path', 'outcome'],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  })
  readonly #tokens = new Counter({
    name: 'demo_wecom_token_refreshes_total',
    help: 'Access tokens fetched',
    labelNames: ['outcome'],
    registers: [this.registry],
  })
  readonly #signIns = new Counter({
    name: 'demo_sign_ins_total',
    help: 'Finished sign-ins',
    labelNames: ['outcome'],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  /** Adds what a scrape reads at that moment. */
  watch({ directory, openPages }: MetricSources): void {
    this.registry.registerMetric(openPagesGauge(openPages))
    this.registry.registerMetric(answersGauge(directory))
  }

  /** Counts and times every answer. */
  middleware(): RequestHandler {
    return (request, response, next) => {
      const end = this.#requests.startTimer()
      response.on('finish', () => {
        end({ route: routeOf(request.originalUrl), method: request.method, status: response.statusCode })
      })
      next()
    }
  }

  /** Notes what a client reports. */
  wecom(event: WecomEvent): void {
    if (event.type === 'token.refresh') this.#tokens.inc({ outcome: event.outcome })
    if (event.type !== 'request') return
    this.#calls.observe(
      { path: event.path, outcome: event.error === undefined ? 'ok' : (event.errcode ?? event.error) },
      event.durationMs / 1000,
    )
  }

  /** Notes a finished sign-in. */
  signIn(outcome: 'ok' | 'failed'): void {
    this.#signIns.inc({ outcome })
  }
}

function openPagesGauge(openPages: () => number): Gauge {
  return new Gauge({
    name: 'demo_open_pages',
    help: 'Pages with a stream of live updates',
    registers: [],
    collect() {
      this.set(openPages())
    },
  })
}

function answersGauge(directory: Pick<Directory, 'stats'>): Gauge<'source'> {
  return new Gauge({
    name: 'demo_directory_answers',
    help: 'Answers of the directory since the start by where they came from',
    labelNames: ['source'],
    registers: [],
    collect() {
      const { calls, hits, staleHits, negativeHits } = directory.stats()
      const upstream = Object.values(calls).reduce((sum, count) => sum + count, 0)
      const sources = { fresh: hits, stale: staleHits, absent: negativeHits, wecom: upstream }
      for (const [source, count] of Object.entries(sources)) this.set({ source }, count)
    },
  })
}

const routes: ReadonlySet<string> = new Set([
  'graphql',
  'wecom',
  'api',
  'demo',
  'assets',
  'people',
  'departments',
  'search',
])

/** One of a few words: an address in a label would make a time series of its own for every person. */
function routeOf(url: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? []
  if (first === '') return 'home'
  return routes.has(first) ? first : 'other'
}
