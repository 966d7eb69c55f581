import { isLoopback as isLoopbackHost } from '@wecom-kit/core/foundation'

/** Whether an address is this machine's own: no proxy, no certificate, and no domain that WeCom could trust. */
export function isLoopback(address: string): boolean {
  return isLoopbackHost(URL.parse(address)?.hostname ?? '')
}
