import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program that some tests start for themselves. */
export interface Service {
  /** Any one of these names on the PATH will do. */
  readonly programs: readonly string[]
  readonly debianPackage: string
}

/**
 * Every program that a test may need. Tests skip themselves without it (`describe.skipIf`), and the reporter beside
 * this file says at the end which tests that were. `.ci/run` installs the Debian packages.
 */
export const services: readonly Service[] = [
  { programs: ['redis-server', 'valkey-server'], debianPackage: 'redis-server' },
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
  { programs: ['nginx'], debianPackage: 'nginx-light' },
  { programs: ['openssl'], debianPackage: 'openssl' },
  { programs: ['python3'], debianPackage: 'python3' },
]

/** Those of `services` that are not installed here. */
export function missingServices(path: string = process.env['PATH'] ?? ''): readonly Service[] {
  // Debian keeps nginx in /usr/sbin, which is not on the PATH of an ordinary user.
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return services.filter(({ programs }) =>
    programs.every((program) => !folders.some((folder) => isExecutable(join(folder, program)))),
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
