import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

const exclude = ['**/node_modules/**', '**/*.test.ts', '**/gallery/**']

/** One catalog for the frame and the parts, and one in each room beside its pages. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en-US',
  locales: ['en-US', 'es-US'],
  catalogs: [
    { path: '<rootDir>/locales/{locale}', include: ['<rootDir>/app', '<rootDir>/parts'], exclude },
    { path: '<rootDir>/rooms/{name}/locales/{locale}', include: ['<rootDir>/rooms/{name}/'], exclude },
  ],
  format: formatter({ lineNumbers: false }),
})
