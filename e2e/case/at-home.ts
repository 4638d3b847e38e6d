import { setTimeout as pause } from 'node:timers/promises'
import { expect, type Page } from '@playwright/test'
import type { Temporal } from 'temporal-polyfill'
import { choose, dialog, expectPage, follow, part, pick, press, type } from '../typing.ts'
import { asTyped } from './days.ts'
import { sendRecord } from './followed.ts'

/** Lets the unit that stands in at the plain door. @returns what its requests carry */
export async function makeWayIn(page: Page): Promise<string> {
  await press(page, 'Make a way in')
  const making = dialog(page, 'Make a way in')
  await choose(making, 'What is at the other end', 'Plain JSON over HTTPS')
  await press(making, 'Make way in')
  const made = dialog(page, /^Set up unit/)
  const secret = (await made
    .getByText(/^(Authorization: )?Bearer /)
    .first()
    .textContent())!
  await press(made, 'I have set it up')
  return secret.replace('Authorization: ', '')
}

/** One message of the unit, at home or so many meters north of it, at the doors of that office. */
export async function sendPosition(url: string, secret: string, metersNorth = 0): Promise<void> {
  const lat = 38.5816 + metersNorth / 111_000
  await sendRecord(url, secret, { lat, lon: -121.4944, accuracy: 8, battery: 0.9 })
  await pause(1_100)
}

/** The person is on the live map and in its table, and has a track of the day; each look has its purpose. */
export async function seeOnMap(page: Page, familyName: string): Promise<void> {
  await follow(page, 'Live map')
  await choose(page, 'What are you looking for?', 'Supervision of my people')
  await press(page, 'Show the map')
  const row = page.getByRole('row', { name: new RegExp(familyName) })
  await expect(row).toContainText('As it should')
  await row.getByRole('button', { name: new RegExp(familyName) }).click()
  await follow(page, 'The day’s track')
  await expect(page.getByText('Positions', { exact: false }).first()).toBeVisible()
}

/** Leave is asked for by telephone and decided by an officer with a coded reason (EMP-1.2). */
export async function askLeave(page: Page, day: Temporal.PlainDate): Promise<void> {
  await follow(page.getByRole('navigation', { name: 'More of this home detention' }), 'Leave')
  await pick(page, 'Kind', 'Medical appointment')
  const at = page.getByRole('textbox', { name: 'at', exact: true })
  await type(page, {
    'Where to': 'Example Clinic',
    'Leaves home on': asTyped(day),
    'Is back on': asTyped(day),
    'What for': 'Check-up, by telephone (made up).',
  })
  await at.nth(0).fill('6:30 p.m.')
  await at.nth(1).fill('8:30 p.m.')
  await press(page, 'Ask for leave')
  await expect(part(page, 'Asked and decided')).toContainText('Example Clinic')
}

/** Decides the leave that Today names. */
export async function decideLeave(page: Page, name: string): Promise<void> {
  await follow(page, 'Today')
  await follow(page, `Decide leave: ${name}`)
  await expectPage(page, /^Leave of/)
  await choose(page, 'Decision', 'Grant')
  await pick(page, 'Reason', 'Confirmed with the place')
  await press(page, 'Record decision')
  await expect(part(page, 'Decision')).toContainText('Confirmed with the place')
}

/** Takes the unit off that stands, because the program ended. */
export async function takeUnitOff(page: Page): Promise<void> {
  await press(page, 'Take off')
  const form = dialog(page, /^Take off/)
  await pick(form, 'Why', 'the program ended')
  await press(form, 'Take off unit')
  await expect(form).toHaveCount(0)
}
