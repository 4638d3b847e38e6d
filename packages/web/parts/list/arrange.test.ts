import { describe, expect, it } from 'vitest'
import { arrange, holds } from './arrange.ts'
import type { Listing } from './listing.ts'

type Site = { id: string; name: string; miles: number | null; kind: string }

const listing: Listing<Site> = {
  name: 'sites',
  title: 'Sites',
  rowKey: ({ id }) => id,
  columns: [
    { key: 'name', title: 'Name', cell: ({ name }) => name, sort: ({ name }) => name },
    { key: 'miles', title: 'Miles', cell: ({ miles }) => miles, sort: ({ miles }) => miles },
    { key: 'kind', title: 'Kind', cell: ({ kind }) => kind },
  ],
  filters: [
    { key: 'q', label: 'Name', as: 'text', passes: ({ name }, part) => holds(name, part) },
    {
      key: 'kind',
      label: 'Kind',
      as: 'choice',
      options: [{ value: 'county', label: 'County' }],
      passes: ({ kind }, value) => kind === value,
    },
    { key: 'from', label: 'From', as: 'day' },
  ],
  order: 'name',
}

const rows: Site[] = [
  { id: '1', name: 'site 10', miles: 3, kind: 'county' },
  { id: '2', name: 'Site 9', miles: null, kind: 'city' },
  { id: '3', name: 'Árbol', miles: 0.5, kind: 'county' },
  { id: '4', name: 'arbol', miles: 3, kind: 'city' },
]
const ids = (search: Record<string, string>) => arrange(listing, rows, search, 'en-US').map(({ id }) => id)

describe('the order of a list', () => {
  it('is its own when the address names none, numbers in names as numbers', () =>
    expect(ids({})).toEqual(['3', '4', '2', '1']))

  it('is what the address asks for, what is unknown last either way', () => {
    expect(ids({ sort: 'miles' })).toEqual(['3', '1', '4', '2'])
    expect(ids({ sort: '-miles' })).toEqual(['1', '4', '3', '2'])
  })

  it('of a column that cannot be sorted, or does not exist, is the order of the office', () => {
    expect(ids({ sort: 'kind' })).toEqual(['1', '2', '3', '4'])
    expect(ids({ sort: 'nonsense' })).toEqual(['1', '2', '3', '4'])
  })
})

describe('the filters of a list', () => {
  it('all have to pass', () => {
    expect(ids({ q: 'arbol' })).toEqual(['3', '4'])
    expect(ids({ q: 'ÁRB', kind: 'county' })).toEqual(['3'])
  })

  it('leave a choice that is not offered alone', () => expect(ids({ kind: 'moon' })).toHaveLength(4))

  it('that the office applies pass every row it sent', () =>
    expect(ids({ from: '2026-03-02' })).toHaveLength(4))
})
