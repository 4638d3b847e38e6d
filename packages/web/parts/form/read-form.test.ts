import { describe, expect, expectTypeOf, it } from 'vitest'
import { choice, day, file, money, password, text, tick, ticks, time, whole } from './kinds.ts'
import { fieldAt, ourPath, readForm, writeForm } from './read-form.ts'
import { rows } from './rows.ts'

const zone = 'America/Los_Angeles'

const fields = {
  on: day({ label: 'On', required: true }),
  at: time({ label: 'At' }),
  amountCents: money({ label: 'Amount', least: 100, most: 5000 }),
  days: whole({ label: 'Days', least: 1, most: 45 }),
  how: choice({ label: 'How', required: true, options: [{ value: 'cash', label: 'Cash' }, { value: 'check', label: 'Check' }] }),
  limits: ticks({ label: 'Limits', options: [{ value: 'lift', label: 'Lifting' }, { value: 'sun', label: 'Sun' }] }),
  promise: tick({ label: 'Promise', required: true }),
  note: text({ label: 'Note', most: 10 }),
  charges: rows({
    label: 'Charges', row: 'Charge', add: 'Add', least: 1,
    of: { statute: text({ label: 'Statute', required: true }), count: whole({ label: 'Count' }) },
  }),
} // biome-ignore format: one field a line

const filled = {
  on: '3/2/2026',
  at: '4:10p',
  amountCents: '$7',
  days: '5',
  how: 'cash',
  limits: ['sun'],
  promise: true,
  note: ' short ',
  charges: [{ statute: 'PC 484', count: '' }],
}

const unread = (typed: Record<string, unknown>) => {
  const read = readForm(fields, { ...filled, ...typed } as typeof filled, zone)
  return read.ok ? [] : read.unread
}

describe('a form that can be read', () => {
  it('gives every value in its own type', () => {
    const read = readForm(fields, filled, zone)
    expect(read).toEqual({
      ok: true,
      values: {
        on: '2026-03-02',
        at: '16:10',
        amountCents: 700,
        days: 5,
        how: 'cash',
        limits: ['sun'],
        promise: true,
        note: 'short',
        charges: [{ statute: 'PC 484', count: null }],
      },
    })
    if (!read.ok) throw new Error('It is read.')
    expectTypeOf(read.values.how).toEqualTypeOf<'cash' | 'check'>()
    expectTypeOf(read.values.at).toEqualTypeOf<string | null>()
    expectTypeOf(read.values.charges).toEqualTypeOf<{ statute: string; count: number | null }[]>()
  })

  it('has null where an optional field is empty, and empty text where text is', () => {
    const read = readForm(fields, { ...filled, at: ' ', amountCents: '', note: '' }, zone)
    expect(read.ok && read.values).toMatchObject({ at: null, amountCents: null, note: '' })
  })

  it('leaves out rows that are wholly empty', () => {
    const charges = [{ statute: '', count: '' }, ...filled.charges]
    const read = readForm(fields, { ...filled, charges }, zone)
    expect(read.ok && read.values.charges).toEqual([{ statute: 'PC 484', count: null }])
  })

  it('is written back as it would be typed', () => {
    const read = readForm(fields, filled, zone)
    const typed = writeForm(fields, read.ok ? read.values : {})
    expect(typed).toMatchObject({
      on: '03/02/2026',
      at: '4:10 p.m.',
      amountCents: '7.00',
      charges: [{ statute: 'PC 484', count: '' }],
    })
    expect(readForm(fields, typed, zone)).toEqual(read)
  })
})

describe('a form that cannot be read', () => {
  it('names every field that stands in the way, in order', () => {
    expect(unread({ on: '2/30/2026', how: '', promise: false, charges: [] }).map(({ path }) => path)).toEqual(
      ['on', 'how', 'promise', 'charges'],
    )
  })

  it.each([
    ['0.99', { code: 'less-money', leastCents: 100 }],
    ['1.00', undefined],
    ['50.00', undefined],
    ['50.01', { code: 'more-money', mostCents: 5000 }],
  ])('an amount between one and fifty dollars: %s', (amountCents, trouble) =>
    expect(unread({ amountCents })[0]?.trouble).toEqual(trouble),
  )

  it.each([
    ['0', { code: 'too-small', least: 1 }],
    ['1', undefined],
    ['45', undefined],
    ['46', { code: 'too-large', most: 45 }],
    ['4.5', { code: 'not-whole' }],
  ])('1 to 45 days: %s', (days, trouble) => expect(unread({ days })[0]?.trouble).toEqual(trouble))

  it.each([
    ['123456789', undefined],
    ['1234567890', undefined],
    ['12345678901', { code: 'too-long', most: 10, now: 11 }],
  ])('at most ten characters: %s', (note, trouble) => expect(unread({ note })[0]?.trouble).toEqual(trouble))

  it('an option that is not offered is refused', () =>
    expect(unread({ how: 'gold' })).toEqual([{ path: 'how', trouble: { code: 'not-offered' } }]))

  it('a field in a row has its place', () =>
    expect(unread({ charges: [...filled.charges, { statute: '', count: 'x' }] })).toEqual([
      { path: 'charges.1.statute', trouble: { code: 'missing' } },
      { path: 'charges.1.count', trouble: { code: 'not-whole' } },
    ]))
})

describe('limits of a day', () => {
  const born = { on: day({ label: 'On', earliest: '2026-03-02', latest: '2026-03-04' }) }
  const read = (on: string) => {
    const form = readForm(born, { on }, zone)
    return form.ok ? form.values.on : form.unread[0]?.trouble
  }

  it('are themselves allowed', () => {
    expect(read('3/1/2026')).toEqual({ code: 'day-too-early', earliest: '2026-03-02' })
    expect(read('3/2/2026')).toBe('2026-03-02')
    expect(read('3/4/2026')).toBe('2026-03-04')
    expect(read('3/5/2026')).toEqual({ code: 'day-too-late', latest: '2026-03-04' })
  })
})

describe('a file', () => {
  const paper = { paper: file({ label: 'Paper', required: true, mostBytes: 4 }) }
  const read = (bytes: string) => readForm(paper, { paper: new File([bytes], 'a.pdf') }, zone)

  it('is as large as allowed, and no larger', () => {
    expect(read('123').ok).toBe(true)
    expect(read('1234').ok).toBe(true)
    expect(read('12345')).toEqual({
      ok: false,
      unread: [{ path: 'paper', trouble: { code: 'file-too-large', mostBytes: 4 } }],
    })
  })
})

describe('a password', () => {
  const secret = { next: password({ label: 'New', required: true, autoComplete: 'new-password', most: 5 }) }
  const read = (typed: string) => readForm(secret, { next: typed }, zone)

  it('keeps each of its characters, a space at its end too', () => {
    expect(read(' ab ')).toEqual({ ok: true, values: { next: ' ab ' } })
    expect(read('abcde').ok).toBe(true)
    expect(read('abcdef').ok).toBe(false)
    expect(read('')).toEqual({ ok: false, unread: [{ path: 'next', trouble: { code: 'missing' } }] })
  })

  it('is kept out of the browser’s storage', () => expect(secret.next.secret).toBe(true))
})

describe('where a problem that the office names stands in the form', () => {
  it.each([
    ['on', 'on'],
    ['charges', 'charges'],
    ['charges.0', 'charges'],
    ['charges.0.statute', 'charges.0.statute'],
    ['charges.0.unknown', 'charges'],
    ['charges.7.statute', 'charges'],
    ['elsewhere', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s', (path, field) => expect(fieldAt(fields, filled, path)).toBe(field))
})

describe('a field that the office names otherwise', () => {
  const asked = { area: 'shape', 'zones.*.area': 'zones.*.geojson' }
  it.each([
    ['area', 'shape'],
    ['zones.2.area', 'zones.2.geojson'],
    ['zones.12.name', 'zones.12.name'],
    ['name', 'name'],
  ])('%s is %s', (path, ours) => {
    expect(ourPath(asked, path)).toBe(ours)
  })
})
