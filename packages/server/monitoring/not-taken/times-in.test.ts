import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { timesIn } from './times-in.ts'

const received = Temporal.Instant.from('2026-03-02T12:00:00Z')
const times = (body: string) => timesIn(body, received).map(String)

test.each([
  ['the plain door', '{"at":"2026-03-02T11:59:00Z","lat":138,"lon":-121}'],
  ['OsmAnd, seconds', 'id=…a1b2&timestamp=1772452740&lat=38.58&lon=-121.5'],
  ['OsmAnd, milliseconds', 'timestamp=1772452740000&lat=38.58'],
  ['OwnTracks', '{"_type":"location","tst":1772452740,"lat":38.58}'],
  ['Traccar', '{"position": {"deviceTime" : "2026-03-02T11:59:00.000+00:00"}}'],
  ['the record itself', '{"kind":"fix","record":{"at":1772452740000,"lat":38.58}}'],
  ['JSON that breaks off', '{"records": [{"at": "2026-03-02T11:59:00Z", "lat": 38.5'],
  ['a query as it is written on the way', 'timestamp=2026-03-02T11%3A59%3A00Z&lat=38.58'],
  ['JSON within text', '"{\\"at\\":\\"2026-03-02T11:59:00Z\\"}"'],
])('the time that a message says of itself: %s', (_, body) => {
  expect(times(body)).toEqual(['2026-03-02T11:59:00Z'])
})

test.each([
  ['no time', 'lat=38.58&lon=-121.5'],
  ['before 2000', '{"at":"1970-01-01T00:00:00Z"}'],
  ['after it came', '{"at":"2026-03-02T12:00:01Z"}'],
  ['no time at all', '{"at":"noon"}'],
  ['a word that ends like one', '{"lat":1772452740,"format":1772452740}'],
])('what can be nobody’s time is none: %s', (_, body) => {
  expect(times(body)).toEqual([])
})

test('each is named once, and of a message that names thousands no more than a thousand', () => {
  expect(times('[{"at":1772452740000},{"at":1772452740000},{"at":1772452680000}]')).toHaveLength(2)
  const many = Array.from({ length: 1500 }, (_, n) => ({ at: 1772452740000 - n * 1000 }))
  expect(times(JSON.stringify(many))).toHaveLength(1000)
})
