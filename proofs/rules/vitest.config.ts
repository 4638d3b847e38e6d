import { defineConfig } from 'vitest/config'

/**
 * The tests of the law with something left out of a pack. `packs.test.ts` is not among them: it compares a pack with
 * its own lists, so it would notice a missing entry without knowing what the entry decides.
 */
export default defineConfig({
  test: {
    root: new URL('../../packages/law', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    exclude: ['packs/packs.test.ts', '**/node_modules/**'],
    setupFiles: [new URL('./leave-out.ts', import.meta.url).pathname],
    bail: 1,
    // One pack for all files: hundreds of runs, and loading it anew for each file was most of their time.
    isolate: false,
    maxWorkers: 1,
    reporters: ['dot'],
  },
})
