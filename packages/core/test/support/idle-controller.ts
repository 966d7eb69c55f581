import type { Dispatcher } from 'undici'

/** The controller of a dispatcher without a socket: nothing to pause and nothing to abort. */
export function idleController(): Dispatcher.DispatchController {
  return {
    aborted: false,
    paused: false,
    reason: null,
    abort: () => {},
    pause: () => {},
    resume: () => {},
  }
}
