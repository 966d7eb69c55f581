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
    // The output is not minified: maps without the sources lead nowhere, with them every tarball holds the source twice.
    sourcemap: false,
    clean: true,
    // A build that comes out of the cache is laid over the one before: with hashes in their names the old chunks would
    // stay and be packed.
    hash: false,
    // What several entries share may come from a file of an entry's name, and must not take its place.
    outputOptions: { chunkFileNames: 'shared-[name].js' },
    publint: { strict: true },
    // An SDL file has no types to resolve.
    attw: { profile: 'esm-only', level: 'error', excludeEntrypoints: [/\.graphql$/] },
  }
}
