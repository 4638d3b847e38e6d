import { describe, expect, test } from 'vitest'
import { accept, problemsOf } from './check.ts'
import {
  byDay,
  day,
  either,
  exactly,
  integer,
  list,
  number,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
} from './schema.ts'

const schema = object(
  {
    name: text(5),
    born: day(),
    kind: oneOf(['a', 'b']),
    count: integer(0, 3),
    share: number(0, 1),
    sure: orNull(yesNo()),
    entries: list(object({ n: integer(0, 9) }), 2),
    places: byDay(integer(0, 9)),
    how: either(object({ kind: exactly('near') }), object({ kind: exactly('far'), miles: integer(1, 9) })),
  },
  ['sure'],
)

const good = {
  name: 'Ann',
  born: '2000-01-01',
  kind: 'a',
  count: 3,
  share: 0.5,
  entries: [{ n: 1 }],
  places: { '2026-03-02': 4 },
  how: { kind: 'far', miles: 2 },
}

test('what fits has no problems, left-out and undefined fields included', () => {
  expect(problemsOf(schema, good)).toEqual([])
  expect(problemsOf(schema, { ...good, sure: undefined })).toEqual([])
  expect(problemsOf(schema, { ...good, sure: null })).toEqual([])
})

describe('each problem says where and what', () => {
  test.each([
    [{ name: '' }, 'name', 'must not be empty'],
    [{ name: 'Annabel' }, 'name', 'must have at most 5 characters'],
    [{ name: 7 }, 'name', 'must be text'],
    [{ born: '2001-02-29' }, 'born', 'must be a day that exists, YYYY-MM-DD'],
    [{ kind: 'c' }, 'kind', 'must be one of a, b'],
    [{ count: 4 }, 'count', 'must be from 0 to 3'],
    [{ count: -1 }, 'count', 'must be from 0 to 3'],
    [{ count: 1.5 }, 'count', 'must be a whole number'],
    [{ count: Number.NaN }, 'count', 'must be a whole number'],
    [{ share: '1' }, 'share', 'must be a number'],
    [{ sure: 'yes' }, 'sure', 'must be true or false'],
    [{ entries: {} }, 'entries', 'must be a list'],
    [{ entries: [{ n: 1 }, { n: 1 }, { n: 1 }] }, 'entries', 'must have at most 2 entries'],
    [{ entries: [{ n: 1 }, { n: 10 }] }, 'entries[1].n', 'must be from 0 to 9'],
    [{ places: { monday: 1 } }, 'places.monday', 'the key must be a day, YYYY-MM-DD'],
    [{ places: { '2026-03-02': -1 } }, 'places.2026-03-02', 'must be from 0 to 9'],
    [{ places: [] }, 'places', 'must be an object'],
    [{ how: { kind: 'far', miles: 0 } }, 'how.miles', 'must be from 1 to 9'],
    [{ how: { kind: 'over' } }, 'how.kind', 'must be one of near, far'],
    [{ extra: 1 }, 'extra', 'is not a field here'],
    [{ name: undefined }, 'name', 'is missing'],
  ])('%j', (change, path, message) => {
    expect(problemsOf(schema, { ...good, ...change })).toEqual([{ path, message }])
  })
})

test('an object is not a list or null', () => {
  expect(problemsOf(schema, null)).toEqual([{ path: '', message: 'must be an object' }])
  expect(problemsOf(schema, [])).toEqual([{ path: '', message: 'must be an object' }])
})

test('accept names every place in one message', () => {
  expect(() => accept('person', schema, { ...good, name: '', count: 9 })).toThrow(
    'person: name: must not be empty; count: must be from 0 to 3',
  )
})
