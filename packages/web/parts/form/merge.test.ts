import { expect, it } from 'vitest'
import { money, text } from './kinds.ts'
import { canBeCompared, differences, mineOver, undecided } from './merge.ts'

const fields = {
  note: text({ label: 'Note' }),
  site: text({ label: 'Site' }),
  amountCents: money({ label: 'Amount' }),
}
const opened = { note: 'was', site: 'park', amountCents: '50.00' }

it('what only they changed is theirs, what only I changed is mine, what both changed is asked', () => {
  const found = differences(fields, {
    opened,
    theirs: { note: 'theirs', site: 'park', amountCents: '60.00' },
    mine: { note: 'was', site: 'school', amountCents: '70.00' },
  })
  expect(found.map(({ name, proposed }) => [name, proposed])).toEqual([
    ['note', 'theirs'],
    ['site', 'mine'],
    ['amountCents', undefined],
  ])
  expect(undecided(found, {})).toEqual(['amountCents'])
  expect(undecided(found, { amountCents: 'theirs' })).toEqual([])
  expect(mineOver(found, { amountCents: 'mine' })).toEqual({ site: 'school', amountCents: '70.00' })
})

it('a choice goes before what is proposed', () => {
  const found = differences(fields, {
    opened,
    theirs: { ...opened, note: 'theirs' },
    mine: { ...opened, site: 'school' },
  })
  expect(mineOver(found, { note: 'mine', site: 'theirs' })).toEqual({ note: 'was' })
})

it('fields on which both agree are not asked about', () => {
  const theirs = { ...opened, note: 'same' }
  expect(differences(fields, { opened, theirs, mine: theirs })).toEqual([])
})

it('a conflict that names no field of the form leaves nothing to choose', () => {
  const conflict = (current: Record<string, unknown>) => ({
    changedBy: 'Sergeant Ortega',
    changedAt: '2026-03-02T18:42:00Z',
    current,
  })
  expect(canBeCompared(fields, conflict({ closedCode: 'false' }))).toBe(false)
  expect(canBeCompared(fields, conflict({ version: 4 }))).toBe(false)
  expect(canBeCompared(fields, conflict({ constructor: 'x' }))).toBe(false)
  expect(canBeCompared(fields, conflict({ version: 4, note: null }))).toBe(true)
})
