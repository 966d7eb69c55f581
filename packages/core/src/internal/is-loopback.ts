const loopback = /^(?:(?:[a-z0-9-]+\.)*localhost\.?|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/i

/** Whether a host name (without port) leads to this machine only: no wire on which a secret could be read. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname)
}
