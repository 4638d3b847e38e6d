import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mapBase } from './parts/map/base/plugin.ts'

const here = import.meta.dirname
const linguiConfig = { cwd: here }

/** Where the office answers while the pages are served by `vite`. */
const office = process.env.INLIEU_OFFICE ?? 'http://127.0.0.1:8080'

export default defineConfig(({ command }) => ({
  root: here,
  plugins: [
    react(),
    mapBase(),
    // A string without its Spanish stops the build, unless the build is only a look at work in progress.
    lingui({ ...linguiConfig, failOnMissing: command === 'build' && !process.env.INLIEU_WORDS_MISSING_OK }),
    babel({ presets: [linguiTransformerBabelPreset({}, linguiConfig)] }),
  ],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [`${here}/../../node_modules/@uswds/uswds/packages`],
        quietDeps: true,
      },
    },
  },
  server: {
    host: '127.0.0.1',
    // The folder `api/` of the pages is served by vite itself; every other address below /api is the office's.
    proxy: { '^/api/(?!.*\\.ts(\\?|$))': { target: office } },
  },
  build: {
    outDir: 'dist',
    // The content security policy allows nothing but our own origin, so no asset may become a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
}))
