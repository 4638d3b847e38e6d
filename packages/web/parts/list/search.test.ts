import { expect, it } from 'vitest'
import { listSearch, readOrder, turnOrder } from './search.ts'

it('only what belongs to the list is taken from the address', () => {
  const take = listSearch('q', 'kind')
  expect(take({ q: 'park', kind: '', sort: '-name', other: 'x', __proto__: { q: 'y' } })).toEqual({
    q: 'park',
    sort: '-name',
  })
  expect(take({ q: 7, kind: ['a'], sort: null })).toEqual({})
  expect(take({ q: 'x'.repeat(300) }).q).toHaveLength(200)
})

it('the order is read from the address', () => {
  expect(readOrder('name')).toEqual({ key: 'name', descending: false })
  expect(readOrder('-name')).toEqual({ key: 'name', descending: true })
  expect(readOrder('')).toBeUndefined()
  expect(readOrder(undefined)).toBeUndefined()
})

it('a heading sorts, and pressed again sorts the other way', () => {
  expect(turnOrder(undefined, 'name')).toBe('name')
  expect(turnOrder('name', 'name')).toBe('-name')
  expect(turnOrder('-name', 'name')).toBe('name')
  expect(turnOrder('miles', 'name')).toBe('name')
})
