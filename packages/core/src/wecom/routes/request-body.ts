import type { Readable } from 'node:stream'

/** A body that is sent as it is. A form is buffered; a stream can be sent once, so its call is never repeated. */
export type RequestBody = string | Uint8Array | FormData | Readable
