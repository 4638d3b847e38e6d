import { findBrowser } from '../tools/browser.ts'
import { bin, runCommand } from '../tools/run-command.ts'
import type { Proof } from './proof.ts'

/** Every page in every state, every form with everything that people and accidents put into it. */
export const browserProof: Proof = {
  name: 'browser',
  shows:
    'every page failing, empty, with long texts and dialogs; every form with impossible and foreign input',
  run: async (report) => {
    const ended = await runCommand(
      bin('playwright'),
      ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list'],
      {
        env: { CHROME_PATH: await findBrowser(), INLIEU_BROWSER: 'whole' },
        show: true,
      },
    )
    const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(ended.output)?.[1] ?? 0)
    report.figure('browser tests that passed', count('passed'))
    report.check(
      'every browser test passes',
      ended.code === 0 && count('passed') > 0,
      `${count('failed')} failed`,
    )
  },
}
