import { describe, expect, it } from 'vitest'
import { text } from './kinds.ts'
import { rows } from './rows.ts'
import { edited, fieldOf, inOrder, secretsOf, typedAt, withoutEmptyRows } from './typed.ts'

const fields = {
  name: text({ label: 'Name' }),
  number: text({ label: 'Number', secret: true }),
  charges: rows({ label: 'Charges', row: 'Charge', add: 'Add', of: { statute: text({ label: 'Statute' }) } }),
  aliases: rows({
    label: 'Aliases',
    row: 'Alias',
    add: 'Add',
    of: { number: text({ label: 'N', secret: true }) },
  }),
}
const opened = { name: 'Ortega', charges: [{ statute: 'PC 484' }, { statute: 'VC 23152' }] }

describe('what a person changed', () => {
  it('is only what differs from the record', () => {
    const edits = edited(opened, {}, 'name', 'Ortiz')
    expect(edits).toEqual({ name: 'Ortiz' })
    expect(edited(opened, edits, 'name', 'Ortega')).toEqual({})
  })

  it('holds the whole group when one row is changed', () => {
    const edits = edited(opened, {}, 'charges.1.statute', 'VC 1')
    expect(edits).toEqual({ charges: [{ statute: 'PC 484' }, { statute: 'VC 1' }] })
    expect(typedAt({ ...opened, ...edits }, ['charges', '1', 'statute'])).toBe('VC 1')
    expect(edited(opened, edits, 'charges.1.statute', 'VC 23152')).toEqual({})
  })

  it('has no empty rows when it is sent', () =>
    expect(withoutEmptyRows(fields, { charges: [{ statute: ' ' }, { statute: 'PC 484' }] })).toEqual({
      charges: [{ statute: 'PC 484' }],
    }))
})

it('a group that holds a secret is kept back whole', () =>
  expect(secretsOf(fields)).toEqual(new Set(['number', 'aliases'])))

it('a path leads to its field', () => {
  expect(fieldOf(fields, 'name')).toBe(fields.name)
  expect(fieldOf(fields, 'charges.3.statute')?.label).toBe('Statute')
  expect(fieldOf(fields, 'charges.3.other')).toBeUndefined()
  expect(fieldOf(fields, 'name.0.x')).toBeUndefined()
  expect(fieldOf(fields, '')).toBeUndefined()
})

it('problems stand in the order of the form, rows by number, the nameless last', () => {
  const paths = ['', 'charges.10.statute', 'charges.2.statute', 'name']
  const problems = paths.map((path) => ({ path, message: '' }))
  expect(inOrder(fields, problems).map(({ path }) => path)).toEqual([
    'name',
    'charges.2.statute',
    'charges.10.statute',
    '',
  ])
})
