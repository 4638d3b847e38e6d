import { defineConfig } from '@playwright/test'

/** The whole case in a real browser, against a real office started as `npm start` does. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  // A minute of single keys, each looked at: `npm run prove -- browser` goes through it.
  testIgnore: process.env.INLIEU_BROWSER === 'whole' ? [] : ['**/operator-shift.e2e.ts'],
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  // A machine that stands still for a while is no fault of the pages. `npm test` runs such a test once more and names it;
  // `npm run prove -- browser` forgives nothing.
  retries: process.env.INLIEU_BROWSER === 'whole' ? 0 : 1,
  forbidOnly: true,
  globalSetup: './global-setup.ts',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/Los_Angeles',
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
