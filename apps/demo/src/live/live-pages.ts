import { Router, type Response } from 'express'
import { requireWecomUser } from '@wecom-kit/express-middleware'

/** Milliseconds between two signs of life: proxies close streams that say nothing for a minute. */
const heartbeat = 25_000

/** The open pages of this process, each with a stream of server-sent events. */
export class LivePages {
  readonly #streams = new Map<Response, string>()
  readonly #timer = setInterval(() => this.#beat(), heartbeat).unref()
  #closed = false

  /** How many there are. */
  get size(): number {
    return this.#streams.size
  }

  /** The stream at `GET /demo/live`. `greet` gives the events that a new page gets first. */
  router(greet: () => readonly (readonly [event: string, data: unknown])[]): Router {
    return Router().get('/demo/live', requireWecomUser(), (request, response) => {
      const user = request.wecomUser
      if (user === undefined || this.#closed) return void response.status(503).end()
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        // nginx would otherwise wait for 4 kB.
        'X-Accel-Buffering': 'no',
      })
      response.write('retry: 2000\n\n')
      for (const [event, data] of greet()) write(response, event, data)
      this.#streams.set(response, user.userId.toLowerCase())
      response.on('close', () => this.#streams.delete(response))
    })
  }

  /** Tells every page. */
  send(event: string, data: unknown): void {
    for (const response of this.#streams.keys()) write(response, event, data)
  }

  /** Ends the streams of a member. Their pages ask for a new one, and learn whether they are still signed in. */
  endFor(userId: string): void {
    for (const [response, owner] of this.#streams) if (owner === userId.toLowerCase()) response.end()
  }

  /** Ends all streams: the process is about to stop, and the pages look for another one. */
  close(): void {
    this.#closed = true
    clearInterval(this.#timer)
    for (const response of this.#streams.keys()) response.end()
  }

  #beat(): void {
    for (const response of this.#streams.keys()) response.write(': still here\n\n')
  }
}

/** A page that reads slower than things happen loses the stream, and starts again with what is true then. */
const maxWaiting = 256 * 1024

function write(response: Response, event: string, data: unknown): void {
  if (response.writableLength > maxWaiting) response.destroy()
  else response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}
