import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { setUpOf } from './set-up.ts'

const of = {
  address: 'https://units.example.gov',
  secret: 's3cret',
  name: 'BT-0012',
  at: Temporal.Instant.from('2026-03-02T16:10:00Z'),
}
const values = (door: 'osmand' | 'owntracks' | 'traccar' | 'json') =>
  Object.fromEntries(setUpOf({ ...of, door }).lines.map(({ setting, value }) => [setting, value]))

describe('what is entered at the other end', () => {
  test('Traccar Client: the identifier is the secret, and one address sets both', () => {
    expect(values('osmand')).toMatchObject({
      'Device identifier': 's3cret',
      'Server URL': 'https://units.example.gov/osmand',
    })
    const { link } = setUpOf({ ...of, door: 'osmand' })
    const address = new URL(link!)
    // What the application makes of it: the address without the query, and the parameters by name.
    expect(`${address.origin}${address.pathname}`).toBe('https://units.example.gov/osmand')
    expect(address.searchParams.get('id')).toBe('s3cret')
  })

  test('OwnTracks: address, user, password and device, and the same as a configuration', () => {
    expect(values('owntracks')).toEqual({
      Mode: 'HTTP',
      URL: 'https://units.example.gov/owntracks',
      Username: 'unit',
      Password: 's3cret',
      'Device ID': 'BT-0012',
    })
    const inline = new URL(setUpOf({ ...of, door: 'owntracks' }).link!).searchParams.get('inline')!
    expect(JSON.parse(Buffer.from(inline, 'base64').toString('utf8'))).toMatchObject({
      _type: 'configuration',
      mode: 3,
      url: 'https://units.example.gov/owntracks',
      auth: true,
      password: 's3cret',
    })
  })

  test('a Traccar server: forwards positions and events as JSON with the secret in a header', () => {
    expect(values('traccar')).toMatchObject({
      'forward.type': 'json',
      'forward.url': 'https://units.example.gov/traccar',
      'forward.header': 'Authorization: Bearer s3cret',
    })
  })

  test('plain JSON: the example is one record that the door understands', () => {
    const { example } = setUpOf({ ...of, door: 'json' })
    const body = JSON.parse(/-d '([^']+)'/.exec(example!)![1]!)
    expect(body.records).toEqual([
      { unit: 'BT-0012', at: '2026-03-02T16:10:00Z', lat: 38.58, lon: -121.49, accuracy: 8, battery: 0.9 },
    ])
  })
})
