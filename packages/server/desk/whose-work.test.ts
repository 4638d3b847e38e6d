import { expect, test } from 'vitest'
import { permissionsOf, type Role } from '../access/index.ts'
import { todayLists } from './today-lists.ts'
import { listsFor } from './whose-work.ts'

const kinds = (role: Role) => listsFor(todayLists, permissionsOf([role])).map(({ kind }) => kind)

test('a deputy has the field first, the sheriff what is to be decided, a clerk the order of the case', () => {
  expect(kinds('deputy').slice(0, 3)).toEqual(['unit-to-fit', 'home-zone-to-draw', 'home-to-prepare'])
  expect(kinds('sheriff').slice(0, 3)).toEqual(['unit-to-fit', 'home-zone-to-draw', 'screening-to-decide'])
  expect(kinds('clerk').slice(0, 3)).toEqual([
    'commitment-to-open',
    'court-has-not-answered',
    'original-owed',
  ])
})

test('an operator has first what nobody has, a supervisor of the center then what is to be decided', () => {
  expect(kinds('operator').slice(0, 3)).toEqual([
    'alarm-to-acknowledge',
    'alarm-to-notify',
    'alarm-to-resolve',
  ])
  expect(kinds('operator-supervisor').slice(0, 3)).toEqual([
    'alarm-to-acknowledge',
    'dispatch-to-decide',
    'alarm-that-ran-out',
  ])
  expect(kinds('deputy')).not.toContain('alarm-to-acknowledge')
})

test('nobody loses a duty by the order', () => {
  for (const role of [
    'clerk',
    'deputy',
    'sergeant',
    'sheriff',
    'administrator',
    'operator',
    'operator-supervisor',
  ] as const) {
    const held = permissionsOf([role])
    const own = todayLists.filter(({ permission }) => held.has(permission)).map(({ kind }) => kind)
    expect(kinds(role).toSorted()).toEqual(own.toSorted())
  }
})
