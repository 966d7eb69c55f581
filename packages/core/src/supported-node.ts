/**
 * Imported first by every entry, so that an old Node gets a sentence instead of a TypeError out of undici. It may import
 * nothing.
 */
const running: string = process.versions.node
if (!isSupported(running))
  throw new Error(
    `@wecom-kit/core needs Node 22.19 or newer, this is Node ${running}: install the current LTS from https://nodejs.org`,
  )

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}
