import type { TokenSource } from '../token/token-source.ts'
import { askHost } from './ask-host.ts'
import type { Engine } from './engine.ts'

/** The option `tokenSource`, whose fetch may hang. */
export function hostSource(engine: Engine, source: TokenSource): () => TokenSource {
  const bounded: TokenSource = {
    get id() {
      return source.id
    },
    fetch: () => askHost(engine, `The token source "${source.id}"`, (signal) => source.fetch({ signal })),
  }
  return () => bounded
}
