import { expect, type Page, test } from '@playwright/test'
import { unused } from './case/driven.ts'
import { happen, layOutShift, type ShiftBefore } from './case/shift.ts'
import { expectNoFaults, password, watch } from './desk.ts'
import { Keyboard } from './keyboard.ts'

// An operator's whole shift by keyboard alone: nothing here points or clicks, and the focus is seen at every moment.

const origin = process.env.INLIEU_E2E_URL ?? ''

test('an operator’s whole shift by keyboard alone', async ({ page }) => {
  test.slow()
  watch(page)
  const before = await layOutShift(origin)
  const hands = new Keyboard(page)
  await signInByKeys(hands)
  await begin(hands, before)
  const alarm = await happenAndTake(hands, before)
  await work(hands, before, alarm.id)
  await lookAtEvidenceAndDay(hands)
  await close(hands, alarm.id)
  await answerForHelp(hands)
  await drill(hands, before)
  await findOnMap(hands, alarm.person!.name)
  await end(hands)
  await expectWorked(before, alarm.id)
  expectNoFaults(page)
})

async function signInByKeys(hands: Keyboard): Promise<void> {
  const { page } = hands
  await page.goto(`${origin}/`)
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible()
  await hands.tabTo(page.getByRole('textbox', { name: 'User name' }))
  await hands.type('sac-operator')
  await hands.tabTo(page.getByLabel('Password', { exact: true }))
  await hands.type(password)
  await hands.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

/** Today names the note that the shift before has left: reads it there, and takes the post. */
async function begin(hands: Keyboard, { note }: ShiftBefore): Promise<void> {
  const { page } = hands
  const unread = page.getByRole('region', { name: /^Hand-over notes that nobody has read/ })
  await hands.walkTo(unread.getByRole('link').first(), 'J', 9)
  await expect(
    unread.getByRole('link', { name: /^Read note: Of Supervisor Ash Monitor/ }).first(),
  ).toBeVisible()
  await hands.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Shift board' })).toBeFocused()
  await expect(page.getByText(/Supervisor Ash Monitor/).first()).toBeVisible()
  const dialog = await hands.open('t', 'Take over as operator')
  await expect(dialog.getByText(note)).toBeVisible()
  await hands.tabTo(dialog.getByRole('textbox', { name: /What was said/ }))
  await hands.type('Read; keys counted.')
  await hands.save()
  await expect(page.getByRole('button', { name: 'Hand over' })).toBeVisible()
  await hands.expectStanding('on the shift board')
}

const queue = (page: Page) => page.getByRole('region', { name: 'Open alarms' })

async function take(hands: Keyboard, id: string): Promise<void> {
  const row = queue(hands.page).locator(`a[href*="${id}"]`)
  await expect(row).toHaveCount(1)
  await hands.walkTo(row, 'j')
  await expect(hands.page.getByRole('button', { name: /^Acknowledge/ })).toBeVisible()
  await hands.press('a')
  await expect(hands.page.getByText('Operator Noor Signal has this alarm.')).toBeVisible()
}

/** A strap opens while the operator looks at the queue. */
async function happenAndTake(hands: Keyboard, { operator, worn }: ShiftBefore) {
  await hands.goTo('Alarms')
  await expect(queue(hands.page)).toBeVisible()
  const alarm = await happen(origin, operator, worn, 'strap')
  await take(hands, alarm.id)
  return alarm
}

/** Calls the participant, keeps the answer, calls the officer, and sends somebody once the supervisor agrees. */
async function work(hands: Keyboard, { supervisor, falseAt }: ShiftBefore, id: string): Promise<void> {
  const { page } = hands
  await call(hands, '1', 'Call the participant', 'Says the strap tore.')
  const reply = await hands.open('r', 'Record what the participant said')
  await hands.press('Space')
  await hands.tabTo(reply.getByRole('textbox', { name: 'In their words' }))
  await hands.type('I caught it on the door.')
  await hands.save()
  await call(hands, '2', 'Call the officer on call', 'Knows.')

  const send = await hands.open('3', 'Send an officer')
  await hands.press('Control+A')
  await hands.type(falseAt)
  await hands.tabTo(send.getByRole('button', { name: 'Record officer sent' }))
  await hands.press('Enter')
  await expect(send.getByText(/A supervisor approves/)).toBeVisible()
  await hands.tabTo(send.getByRole('textbox', { name: /Why somebody should/ }))
  await hands.type('The strap is open; the case was sound then.')
  await hands.save()
  await supervisor.post(`/api/monitoring/alarms/${id}/decide-dispatch`, { approve: true, reason: 'Go.' })
  await expect(
    page.getByText(`A supervisor has approved sending somebody once more to ${falseAt}.`),
  ).toBeVisible()
  await hands.open('3', 'Send an officer')
  await hands.press('Control+A')
  await hands.type(falseAt)
  await hands.press('Tab')
  await hands.save()
  await expect(page.getByText('Every step is done.')).toBeVisible()
}

async function call(hands: Keyboard, key: string, name: string, note: string): Promise<void> {
  await hands.open(key, name)
  await hands.press('Tab', 'Space', 'Tab')
  await hands.type(note)
  await hands.save()
}

/** The fixes as a table, then the whole day, from the alarm. */
async function lookAtEvidenceAndDay(hands: Keyboard): Promise<void> {
  const { page } = hands
  await hands.press('e')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeFocused()
  await hands.tabTo(page.getByRole('region', { name: 'Fixes' }))
  await hands.open('n', 'Write a note')
  await hands.type('The fixes are at home.')
  await hands.save()
  await expect(page.getByRole('region', { name: 'Fixes' })).toBeFocused()

  await hands.press('d')
  // The alarm is the purpose: nothing is asked.
  await expect(page.getByText(/^Recorded as: Alarm \d+$/)).toBeVisible()
  const positions = page.getByRole('region', { name: 'Positions of the day' })
  await expect(positions).toBeVisible()
  await hands.press('t')
  await expect(positions).toBeFocused()
  const here = positions.locator('tr[data-index][class]').first()
  const last = await here.getAttribute('aria-rowindex')
  await hands.press('ArrowUp')
  await expect(here).not.toHaveAttribute('aria-rowindex', last!)
  await hands.press('p', 'p', 'b')
}

async function close(hands: Keyboard, id: string): Promise<void> {
  const { page } = hands
  await hands.goTo('Alarms')
  const row = queue(page).locator(`a[href*="${id}"]`)
  await expect(row).toHaveCount(1)
  await hands.walkTo(row, 'j')
  await expect(page.getByText('Every step is done.')).toBeVisible()
  const dialog = await hands.open('c', 'Close alarm')
  await hands.type('Inspected')
  await hands.tabTo(dialog.getByRole('textbox', { name: 'Note' }))
  await hands.type('A deputy has seen it.')
  await hands.save()
  await expect(row).toHaveCount(0)
  await hands.expectStanding('after the alarm has left the queue')
}

/** A deputy telephones (EMP-7.2). */
async function answerForHelp(hands: Keyboard): Promise<void> {
  const { page } = hands
  await hands.goTo('Help log')
  const caller = unused('Deputy on the Road')
  const dialog = await hands.open('l', 'Log a call')
  await hands.type(caller)
  await hands.tabTo(dialog.getByRole('combobox', { name: 'About' }))
  await hands.type('Where')
  await hands.tabTo(dialog.getByRole('textbox', { name: 'What is asked' }))
  await hands.type('Is he at home?')
  await hands.tabTo(dialog.getByRole('button', { name: 'Log call' }))
  await hands.press('Enter')
  await expect(dialog).toHaveCount(0)
  const row = page.getByRole('row').filter({ hasText: caller })
  await expect(row).toHaveCount(1)
  await hands.walkTo(row.getByRole('button', { name: /^Answer request/ }), 'j')
  await hands.press('Enter')
  await expect(page.getByRole('dialog', { name: `of ${caller}` })).toBeVisible()
  await hands.type('Told: at home since six.')
  await hands.save()
  await expect(row.getByText('Answered in time')).toBeVisible()
  await hands.expectStanding('after the request is answered')
}

/** The supervisor begins a drill; it is worked like any other and ends as one. */
async function drill(hands: Keyboard, { supervisor }: ShiftBefore): Promise<void> {
  await hands.goTo('Alarms')
  const story = 'A test was missed.'
  const { id } = await supervisor.post<{ id: string }>('/api/monitoring/drills', {
    kind: 'breath-missed',
    story,
  })
  await take(hands, id)
  await call(hands, '1', 'Call the participant', 'Was asleep.')
  await hands.open('c', 'Close alarm')
  await hands.type('The drill')
  await hands.press('Tab')
  await hands.save()
  await expect(queue(hands.page).locator(`a[href*="${id}"]`)).toHaveCount(0)
  await hands.expectStanding('after the drill')
}

/** Finds the person in the table beside the map, once its purpose is said: an alarm's is its own. */
async function findOnMap(hands: Keyboard, name: string): Promise<void> {
  const { page } = hands
  await hands.goTo('Live map')
  await hands.tabTo(page.getByRole('radio').first())
  await hands.walkTo(page.getByRole('radio', { name: 'A unit that fails' }), 'ArrowDown')
  await hands.tabTo(page.getByRole('button', { name: 'Show the map' }))
  await hands.press('Enter')
  await expect(page.getByRole('region', { name: 'People on the map' })).toBeVisible()
  await hands.tabTo(page.getByRole('searchbox', { name: 'Name' }))
  await hands.type(name)
  await expect(page.getByText('1 person')).toBeVisible()
  await hands.tabTo(page.getByRole('button', { name: /^Save as CSV/ }))
  await hands.press('j')
  await expect(page.getByRole('region', { name: 'People on the map' })).toBeFocused()
  const panel = page.getByRole('region', { name: 'Picked person' })
  await expect(panel.getByRole('heading')).toContainText(name.split(' ').at(-1)!)
  await hands.tabTo(panel.getByRole('button', { name: 'Open units and phone numbers' }), 'Shift+Tab')
  await hands.press('Enter')
  await expect(panel.getByText('Telephone')).toBeVisible()
  await hands.expectStanding('after the units are open')
}

/** Leaves the note for who comes next, leaves the post, signs out. */
async function end(hands: Keyboard): Promise<void> {
  const { page } = hands
  await hands.goTo('Shift board')
  await expect(page.getByRole('button', { name: 'Hand over' })).toBeVisible()
  const dialog = await hands.open('h', 'Hand over')
  await hands.type('One strap, inspected and sound. One drill.')
  await hands.press('Tab', 'ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'I leave the post now' })).toBeChecked()
  await hands.save()
  await expect(page.getByText('One strap, inspected and sound. One drill.').first()).toBeVisible()
  await hands.press('m', 'Home')
  await hands.tabTo(page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab')
  // Signing out loads the page anew: nothing of the shift stays in it, and the keyboard begins at its top.
  const anew = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await anew
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await hands.press('Tab')
}

/** What the keys did is on record, in its order. */
async function expectWorked({ operator }: ShiftBefore, id: string): Promise<void> {
  const { alarm, record } = await operator.get<{
    alarm: { closedCode: string }
    record: { kind: string; code: string; at: string }[]
  }>(`/api/monitoring/alarms/${id}`)
  expect(alarm.closedCode).toBe('inspected')
  const own = ['acknowledged', 'step', 'reply', 'dispatch-asked', 'dispatch-approved', 'note', 'closed']
  expect(record.filter(({ kind }) => own.includes(kind)).map(({ kind }) => kind)).toEqual([
    'acknowledged',
    'step',
    'reply',
    'step',
    'dispatch-asked',
    'dispatch-approved',
    'step',
    'note',
    'closed',
  ])
}
