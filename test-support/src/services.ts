import { locateProgram } from './find-program.ts'

/** A program that some tests start for themselves. */
export interface Service {
  /** Any one of these names on the PATH will do. */
  readonly programs: readonly string[]
  readonly debianPackage: string
}

/**
 * Every program that a test may need. Tests skip themselves without it (`describe.skipIf`), and the vitest reporter says
 * at the end which tests that were. `.ci/run` installs the Debian packages.
 */
export const services: readonly Service[] = [
  { programs: ['redis-server', 'valkey-server'], debianPackage: 'redis-server' },
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
  { programs: ['nginx'], debianPackage: 'nginx-light' },
  { programs: ['openssl'], debianPackage: 'openssl' },
  { programs: ['python3'], debianPackage: 'python3' },
]

/** Those of `services` that are not installed here. */
export function missingServices(path?: string): readonly Service[] {
  return services.filter(({ programs }) => locateProgram(programs, path) === undefined)
}
