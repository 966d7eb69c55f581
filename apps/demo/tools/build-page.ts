import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'

/** Where the page is built to unless told otherwise, and where the server looks for it. */
export const pageDirectory: string = fileURLToPath(new URL('../dist/page', import.meta.url))

/**
 * Bundles the page with everything it needs. Addresses stay relative, so that it also works behind a path prefix,
 * and nothing is inlined as `data:`, so that the Content-Security-Policy can stay strict.
 */
export async function buildPage(outDir: string = pageDirectory): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../page', import.meta.url)),
    base: './',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  })
  await compress(join(outDir, 'assets'))
}

/** Below this a compressed copy saves nothing. */
const worthIt = 1024

/** Puts a brotli and a gzip copy beside every file, at the best that each can do: once here instead of at every request. */
async function compress(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name))
    if (content.length < worthIt) continue
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content))
    await writeFile(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
  }
}

if (import.meta.main) await buildPage()
