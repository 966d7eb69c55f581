import { fileURLToPath } from 'node:url'
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
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  })
}

if (import.meta.main) await buildPage()
