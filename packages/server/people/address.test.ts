import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressColumns, addressStep } from './address.ts'
import type { AddressGiven } from './person-schema.ts'
import { zipPlace } from './zip-place.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-03-10')
const martinez: AddressGiven = {
  line1: '900 Ward St',
  line2: '',
  city: 'Martinez',
  state: 'CA',
  zip: '94553',
  place: null,
}
const current = { ...addressColumns(martinez), from_day: day('2026-03-01') }
const moved: AddressGiven = { ...martinez, line1: '1 Main St' }

describe('where an address is on the map', () => {
  test('the middle of its ZIP area, the four digits after it or not', () => {
    expect(addressColumns(martinez)).toMatchObject({
      latitude: 37.9864,
      longitude: -122.135,
      placed_by: 'zip',
    })
    expect(addressColumns({ ...martinez, zip: '94553-1234' })).toMatchObject({ placed_by: 'zip' })
  })
  test('by hand wins over the ZIP area', () => {
    const place = { latitude: 38, longitude: -122 }
    expect(addressColumns({ ...martinez, place })).toMatchObject({ ...place, placed_by: 'hand' })
  })
  test('nowhere without a ZIP code, or with one that nobody has', () => {
    for (const zip of ['', '00000'])
      expect(addressColumns({ ...martinez, zip })).toMatchObject({
        latitude: null,
        longitude: null,
        placed_by: null,
      })
  })
  test('a ZIP code names its post town; what is none does not', () => {
    expect(zipPlace('94553')).toMatchObject({ city: 'Martinez', state: 'CA' })
    expect(zipPlace('toString')).toBeNull()
    expect(zipPlace('K1A')).toBeNull()
  })
})

describe('what becomes of the address on record', () => {
  test('the first holds from today, or from the day given', () => {
    expect(addressStep(undefined, martinez, null, today)).toMatchObject({ kind: 'first', fromDay: today })
    expect(addressStep(undefined, martinez, day('2020-01-01'), today)).toMatchObject({
      fromDay: day('2020-01-01'),
    })
  })
  test('the same again changes nothing', () => {
    expect(addressStep(current, martinez, day('2026-03-05'), today)).toEqual({ kind: 'none' })
  })
  test('without a day it is put right', () => {
    expect(addressStep(current, moved, null, today)).toMatchObject({
      kind: 'put-right',
      columns: { line1: '1 Main St' },
    })
  })
  test('a move before the day the address holds from is refused, on that day puts it right, after it is a move', () => {
    expect(() => addressStep(current, moved, day('2026-02-28'), today)).toThrow('holds since 2026-03-01')
    expect(addressStep(current, moved, day('2026-03-01'), today).kind).toBe('put-right')
    expect(addressStep(current, moved, day('2026-03-02'), today)).toMatchObject({
      kind: 'moved',
      fromDay: day('2026-03-02'),
    })
  })
  test('a move today is one; tomorrow it is not yet', () => {
    expect(addressStep(current, moved, today, today).kind).toBe('moved')
    expect(() => addressStep(current, moved, day('2026-03-11'), today)).toThrow('today or earlier')
  })
})
