import type { UserConfig } from 'tsdown'

/** ESM only, one `.d.ts` per entry; a package that publint or attw would reject cannot be built. */
export function library(entry: string[]): UserConfig {
  return {
    entry,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
    fixedExtension: false,
    dts: { sourcemap: false },
    sourcemap: true,
    clean: true,
    publint: { strict: true },
    // An SDL file has no types to resolve.
    attw: { profile: 'esm-only', level: 'error', excludeEntrypoints: [/\.graphql$/] },
  }
}
