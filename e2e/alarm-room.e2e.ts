import { expect, type Page, test } from '@playwright/test'
import { callerOf } from './case/driven.ts'
import { another, expectAccessible, expectNoFaults, expectSettled, expectUnbroken, signIn } from './desk.ts'

// The monitoring center of the second office works a drill: by keyboard alone, live, and two at once.

const origin = process.env.INLIEU_E2E_URL ?? ''

const begin = async (kind: string, story: string): Promise<string> => {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  return (await supervisor.post<{ id: string }>('/api/monitoring/drills', { kind, story })).id
}

interface Worked {
  alarm: { number: number; closedCode: string | null; acknowledgedBy: string | null }
  duties: { kind: string; doneAt: string | null; missedAt: string | null }[]
  record: {
    number: number
    kind: string
    at: string
    code: string
    note: string
    about: { outcome?: string }
  }[]
}

const readAlarm = async (id: string): Promise<Worked> =>
  (await callerOf(origin, 'sac-operator')).get<Worked>(`/api/monitoring/alarms/${id}`)

/** Presses keys one after the other, as fingers do. */
async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key)
}

/** Down the queue, one press at a time, until the alarm is the chosen one. */
async function moveTo(page: Page, id: string): Promise<void> {
  const chosen = page.getByRole('region', { name: 'Open alarms' }).locator('a[aria-current]')
  for (let before = ''; !before.includes(id); ) {
    await keys(page, 'j')
    await expect(chosen).toHaveCount(1)
    await expect(chosen).not.toHaveAttribute('href', before)
    before = (await chosen.getAttribute('href')) ?? ''
  }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

test('an operator sees an alarm come, works its protocol and closes it, by keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'sac-operator')
  await page.goto(`${origin}/alarms`)
  const queue = page.getByRole('region', { name: 'Open alarms' })
  await expectSettled(page)

  const id = await begin('breath-missed', 'Somebody missed a breath test.')
  const row = queue.locator(`a[href*="${id}"]`)
  await expect(row).toContainText('Drill')
  // The key that skips what somebody has goes round: where only this one is free, it is chosen at once.
  await keys(page, 'u')
  await expect(queue.locator('a[aria-current]')).not.toContainText('has it')
  await moveTo(page, id)
  await expect(page.getByRole('article').getByText('Somebody missed a breath test.').first()).toBeVisible()
  await keys(page, 'a')
  await expect(page.getByText('Operator Noor Signal has this alarm.')).toBeVisible()

  await keys(page, '1')
  await expect(dialog(page, 'Call the participant')).toBeVisible()
  await keys(page, 'Tab', 'Space', 'Tab')
  await page.keyboard.type('Was asleep; takes the test now.')
  await keys(page, 'Tab', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keys(page, '2')
  await expect(dialog(page, 'Write an e-mail')).toBeVisible()
  await page.keyboard.type('officer@sheriff.example')
  await keys(page, 'Tab')
  await page.keyboard.type('A test was missed and is taken now.')
  await keys(page, 'Tab', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await keys(page, 'r')
  await expect(dialog(page, 'Record what the participant said')).toBeVisible()
  await keys(page, 'Space', 'Tab')
  await page.keyboard.type('I slept through it.')
  await keys(page, 'Tab', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(page, 'an alarm that was worked')

  await keys(page, 'c')
  await expect(dialog(page, 'Close alarm')).toBeVisible()
  await page.keyboard.type('The drill')
  await keys(page, 'Tab', 'Tab', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(queue.locator(`a[href*="${id}"]`)).toHaveCount(0)

  const { alarm, duties, record } = await readAlarm(id)
  expect(alarm.closedCode).toBe('drill-over')
  expect(duties.map(({ kind, doneAt, missedAt }) => [kind, doneAt !== null, missedAt])).toEqual([
    ['acknowledge', true, null],
    ['notify', true, null],
    ['resolve', true, null],
  ])
  expect(record.map(({ kind, about }) => (about.outcome ? `${kind} ${about.outcome}` : kind))).toEqual([
    'opened',
    'acknowledged',
    'step reached',
    'step drill',
    'reply',
    'closed',
  ])

  // What is closed is found again by its number, and opens there.
  const { number } = alarm
  await page.goto(`${origin}/closed-alarms`)
  await page.getByRole('searchbox', { name: 'Person, unit or number' }).fill(String(number))
  await expect(page.getByRole('status').filter({ hasText: '1 in all' })).toBeVisible()
  await page.getByRole('link', { name: String(number), exact: true }).click()
  await expect(page.getByRole('button', { name: /^Open again/ })).toBeVisible()
  expectNoFaults(page)
})

test('two at once on one alarm: one has it, and the other sees who', async ({ page, context }) => {
  const id = await begin('strap', 'A strap was cut.')
  await signIn(page, 'sac-operator')
  const supervisor = await another(context, 'sac-supervisor')
  for (const desk of [page, supervisor]) {
    const waiting = desk.getByRole('region', { name: /^Alarms that nobody has acknowledged/ })
    await waiting.locator(`a[href*="${id}"]`).click()
    await expect(desk.getByRole('button', { name: /^Acknowledge/ })).toBeVisible()
  }
  await Promise.all([keys(page, 'a'), keys(supervisor, 'a')])
  const { alarm } = await expectHeld(id)
  for (const desk of [page, supervisor]) {
    await expect(desk.getByText(`${alarm.acknowledgedBy} has this alarm.`).first()).toBeVisible()
    // The one who came second was refused: that is an answer, and no fault of the page.
    expectUnbroken(desk)
  }
  const { record } = await readAlarm(id)
  expect(record.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1)
})

test('a drill about somebody shows among the open alarms and on the wall', async ({ page }) => {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const somebody = await followed(supervisor)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await signIn(page, 'sac-supervisor')
  await page.goto(`${origin}/alarms`)
  await page.getByRole('button', { name: 'Begin drill' }).click()
  const form = dialog(page, 'Begin a drill')
  await form.getByRole('combobox', { name: /What happens/ }).selectOption('sos')
  await form.getByRole('searchbox', { name: /Whom it is about/ }).fill(somebody.serials[0]!)
  await form.getByRole('button', { name: somebody.name }).click()
  await form.getByRole('textbox', { name: /What the operators are told/ }).fill('Somebody asks for help.')
  await form.getByRole('button', { name: 'Begin drill' }).click()
  await expect(page.getByRole('heading', { name: 'Alarms', exact: true })).toBeVisible()
  const surname = somebody.name.split(',')[0]!
  await expect(page.getByRole('article').getByText(surname).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Open alarms' }).locator('a[aria-current]')).toContainText(
    surname,
  )

  await page.getByRole('article').getByRole('link', { name: 'Print record' }).click()
  await expect(page.getByRole('heading', { name: /^Alarm \d+$/ })).toBeVisible()
  await expect(page.getByText(/^This file was taken by /)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Whom to call' })).toHaveCount(0)
  await expectAccessible(page, 'the file of an alarm')

  await page.goto(`${origin}/alarm-wall`)
  const wall = page.getByRole('main')
  await expect(wall.getByText('At the office it is')).toHaveCount(1)
  const shown = wall.locator('ol > li:visible')
  await expect(shown.first()).toBeVisible()
  const { pulse } = await supervisor.get<{ pulse: { open: number; late: number } }>('/api/monitoring/alarms')
  const told = await wall.getByText(/^and \d+ more/).allTextContents()
  const more = Number(/\d+/.exec(told[0] ?? '')?.[0] ?? 0)
  expect((await seenWhole(page)) + more).toBe(pulse.open)
  expectNoFaults(page)
})

test('an operator with somebody on the telephone finds them and their alarm by a few keys', async ({
  page,
}) => {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const { id: personId, name, serials } = await followed(supervisor)
  const drill = { kind: 'sos', story: 'Somebody calls.', personId }
  const { id } = await supervisor.post<{ id: string }>('/api/monitoring/drills', drill)
  await signIn(page, 'sac-operator')
  await expectSettled(page)
  await keys(page, '/')
  await page.keyboard.type(serials[0]!)
  await keys(page, 'Enter')
  // Until then Today stands there, with their name at each of their alarms.
  await expect(page.getByRole('heading', { level: 1, name: /^Found for/ })).toBeVisible()
  await expect(page.getByRole('main').getByText(name, { exact: true })).toBeVisible()
  await page.getByRole('main').locator(`a[href*="${id}"]`).click()
  await expect(page.getByRole('article').getByText('Somebody calls.').first()).toBeVisible()
  expectNoFaults(page)
})

/** Somebody who wears a unit. */
async function followed(
  as: Awaited<ReturnType<typeof callerOf>>,
): Promise<{ id: string; name: string; serials: string[] }> {
  let people: { id: string; name: string; serials: string[] }[] = []
  // In an office that has just begun the units are still being fitted.
  await expect(async () => {
    people = (await as.get<{ people: typeof people }>('/api/monitoring/help/people?q=0')).people
    expect(people).not.toEqual([])
  }).toPass()
  return people[0]!
}

/** How many rows of the wall are seen, each of them whole. */
const seenWhole = (page: Page): Promise<number> =>
  page.locator('main ol > li').evaluateAll((rows) => {
    const seen = rows.filter((row) => getComputedStyle(row).visibility === 'visible')
    if (seen.some((row) => row.getBoundingClientRect().bottom > window.innerHeight)) return -1
    return seen.length
  })

/** The alarm once somebody has it. */
async function expectHeld(id: string): Promise<Worked> {
  await expect(async () => expect((await readAlarm(id)).alarm.acknowledgedBy).not.toBeNull()).toPass()
  return readAlarm(id)
}

test('whoever takes down what the participant says while the alarm is closed loses nothing of it', async ({
  page,
}) => {
  const id = await begin('strap', 'A strap was cut.')
  await signIn(page, 'sac-operator')
  await page.goto(`${origin}/alarms?alarm=${id}`)
  await expect(page.getByRole('button', { name: /^Acknowledge/ })).toBeVisible()
  await keys(page, 'a', '1')
  const step = dialog(page, 'Call the participant')
  await expect(step).toBeVisible()
  await keys(page, 'Tab', 'Space', 'Tab')
  await page.keyboard.type('Rang for a minute.')
  await closeElsewhere(id)
  await expect(step.getByText(/Supervisor .* closed this alarm at .* The drill is over/)).toBeVisible()
  await step.getByRole('button', { name: 'Save call' }).click()
  // Said once, with nothing to choose between, and what was typed still stands.
  await expect(step.getByText(/Open it again if it is not over/)).toBeVisible()
  await expect(step.getByRole('textbox', { name: 'Note' })).toHaveValue('Rang for a minute.')
  await keys(page, 'Escape', 'r')

  const reply = dialog(page, 'Record what the participant said')
  await expect(reply).toBeVisible()
  await keys(page, 'Space', 'Tab')
  await page.keyboard.type('I caught it on the door.')
  await reply.getByRole('button', { name: 'Save reply' }).click()
  await expect(reply).toHaveCount(0)
  expect((await readAlarm(id)).record.at(-1)).toMatchObject({
    kind: 'reply',
    note: 'I caught it on the door.',
  })
})

test('a filter that hides what is open says so; who closes has seen what stood there when they began', async ({
  page,
}) => {
  const id = await begin('strap', 'A strap was cut.')
  // What the page sends: browsers keep the body of such a request to themselves.
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = async (request, init) => {
      if (request instanceof Request && request.url.endsWith('/close'))
        Reflect.set(window, 'closedWith', await request.clone().json())
      return fetch(request, init)
    }
  })
  await signIn(page, 'sac-operator')
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const { alarms } = await supervisor.get<{ alarms: { severity: string }[] }>('/api/monitoring/alarms')
  const none = ['low', 'medium', 'high'].find((severity) => !alarms.some((one) => one.severity === severity))
  await page.goto(`${origin}/alarms?alarm=${id}&severity=${none}`)
  const queue = page.getByRole('region', { name: 'Open alarms' })
  await expect(queue.getByText(/other alarms? (is|are) open/)).toBeVisible()
  await queue.getByRole('link', { name: 'Show every severity' }).click()
  await expect(queue.locator(`a[href*="${id}"]`)).toBeVisible()

  const shown = (await readAlarm(id)).record.at(-1)!.number
  await keys(page, 'c')
  await expect(dialog(page, 'Close alarm')).toBeVisible()
  await page.keyboard.type('The drill')
  await supervisor.post(`/api/monitoring/alarms/${id}/notes`, {
    note: 'Written while the dialog stood open.',
  })
  await expect(page.getByText('Written while the dialog stood open.')).toBeAttached()
  await keys(page, 'Tab', 'Tab', 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(window, 'closedWith'))).toMatchObject({
    code: 'drill-over',
    seen: shown,
  })
})

/** A supervisor at another desk closes it. */
async function closeElsewhere(id: string): Promise<void> {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  await supervisor.post(`/api/monitoring/alarms/${id}/close`, {
    code: 'drill-over',
    seen: (await readAlarm(id)).record.at(-1)!.number,
  })
}
