import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Pure functions: nothing that one file of tests leaves behind reaches the next, so they share what they import.
      { test: { name: 'law', root: 'packages/law', include: ['**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'simulator',
          root: 'packages/simulator',
          include: ['**/*.test.ts'],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'watch',
          root: 'packages/watch',
          include: ['**/*.test.ts'],
          testTimeout: 30_000,
          isolate: false,
        },
      },
      { test: { name: 'web', root: 'packages/web', include: ['**/*.test.ts'], isolate: false } },
      { test: { name: 'tools', root: 'tools', include: ['**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'server',
          root: 'packages/server',
          include: ['**/*.test.ts'],
          globalSetup: ['testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
          setupFiles: ['testing/each-file.ts'],
          // After the pure ones, which take other numbers of workers: the two cannot stand in one group.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
