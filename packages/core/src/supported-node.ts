/**
 * Imported first by every entry, so that an old Node gets a sentence instead of undici's
 * "webidl.util.markAsUncloneable is not a function". It may import nothing.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 19))
  throw new Error(
    `@wecom-kit/core needs Node 22.19 or newer, this is Node ${process.versions.node}: ` +
      'install the current LTS from https://nodejs.org',
  )
