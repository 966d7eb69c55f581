/** Whether an address is this machine's own: no proxy, no certificate, and no domain that WeCom could trust. */
export function isLoopback(address: string): boolean {
  const hostname = URL.parse(address)?.hostname ?? ''
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}
