import { patience } from '../examination.ts'

/** What a host answered, or why it did not. */
export type HostAnswer =
  | { readonly reached: true; readonly response: Response; readonly text: string }
  | { readonly reached: false; readonly reason: string }

/** Asks an address without following redirects. It never throws. */
export async function askHost(url: string, init: RequestInit = {}): Promise<HostAnswer> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...init,
    })
    return { reached: true, response, text: await response.text() }
  } catch (error) {
    return { reached: false, reason: reasonOf(error) }
  }
}

/** The innermost code: `ENOTFOUND`, `SELF_SIGNED_CERT_IN_CHAIN`, `TimeoutError`. */
export function reasonOf(error: unknown): string {
  let reason = 'unknown'
  for (let current = error; current instanceof Error; current = current.cause) {
    const code: unknown = Reflect.get(current, 'code')
    reason = typeof code === 'string' ? code : current.name
    if (current instanceof AggregateError) return reasonOf(current.errors[0])
  }
  return reason
}
