import { expect, test } from 'vitest'
import { dueOf, waited } from './due.ts'
import { defaultParameters } from './parameters.ts'
import { initialState } from './state.ts'
import { step } from './step.ts'
import { at, home, live, MINUTE, setting, stay, tick } from './testing/builders.ts'
import type { WeeklySchedule } from './types.ts'

const heard = live([setting(-10, { zones: [home] }), ...stay(0, 10, 0)]).state
const silentFrom = 9 + defaultParameters.contactActive / 60

test('EMP-8.1 of somebody who is heard and at home the silence is due next, to the instant', () => {
  expect(dueOf(heard)).toBe(at(silentFrom))
  expect(step(heard, [tick(silentFrom - 1 / MINUTE)]).happenings).toEqual([])
  expect(step(heard, [tick(silentFrom)]).happenings.map(({ kind }) => kind)).toEqual(['no-contact'])
})

test('EMP-1.1 hours that begin are due before the silence', () => {
  const schedule: WeeklySchedule = {
    timeZone: 'UTC',
    weekly: [{ zone: 'home', days: ['mon'], from: '12:12', to: '14:00' }],
  }
  const bound = live([setting(-10, { zones: [home], schedule }), ...stay(0, 10, 0)]).state
  expect(dueOf(bound)).toBe(at(12))
})

test('of somebody of whom nothing is known everything is due', () => {
  expect(dueOf(initialState('p'))).toBe(0)
})

test('who has waited has the newest time, and never an older one', () => {
  expect(waited(heard, at(20))).toEqual({ ...heard, now: at(20), known: at(20) })
  expect(waited(waited(heard, at(20)), at(15))).toEqual(waited(heard, at(20)))
})
