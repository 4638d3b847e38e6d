import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { passwordOf } from '../packages/server/demonstration/accounts.ts'
import { overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { startOffice } from '../proofs/running-office.ts'
import { findBrowser } from './browser.ts'
import { drawn, layOut, type Picture, pictures } from './guide-picture-list.ts'
import { root } from './run-command.ts'

const folder = join(root, 'docs/guide/pictures')
/** More than this is a burden to who reads the guide over a telephone. */
const mostBytes = 150_000

/**
 * Makes the pictures of the guide from the demonstration's second office.
 * @param at an office that runs already; without it one is started with the demonstration
 * @param only names of pictures; all, unless told
 */
export async function makeGuidePictures(at: string | undefined, only: readonly string[]): Promise<void> {
  const office = at ? null : await startOffice({ env: { INLIEU_PARTICIPANTS: '64' } })
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
  try {
    const origin = at ?? office!.url
    await mkdir(folder, { recursive: true })
    const [deputy, supervisor, operator] = await Promise.all(
      ['sac-deputy', 'sac-supervisor', 'sac-operator'].map((name) =>
        signInAs(overHttp(origin), name, passwordOf(name)),
      ),
    )
    const found = await drawn(deputy!)
    await layOut(supervisor!, operator!)
    for (const picture of pictures.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const context = await browser.newContext({
        viewport: { width: 1360, height: picture.height },
        // As wide as the text that it stands in, and light enough to be read over a telephone.
        deviceScaleFactor: 0.75,
        timezoneId: 'America/Los_Angeles',
        locale: 'en-US',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const data = { username: picture.as, password: passwordOf(picture.as) }
      await page.request.post(`${origin}/api/session`, { data })
      await page.goto(origin + picture.path(found))
      await take(page, picture)
      await context.close()
    }
  } finally {
    await browser.close()
    await office?.stop()
    await office?.remove()
  }
}

async function take(page: Page, { name, prepare }: Picture): Promise<void> {
  await page.locator('main h1').waitFor()
  await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' })
  await prepare?.(page)
  // A map is whole when it says so.
  if ((await page.locator('figure canvas').count()) > 0) await page.locator('[data-drawn="true"]').waitFor()
  const file = join(folder, `${name}.png`)
  await writeFile(file, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
  const { size } = await stat(file)
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`)
  if (size > mostBytes)
    throw new Error(`${file} has ${size} bytes: at most ${mostBytes}. Show less of the page.`)
}
