import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runWatch, watchCommands } from './index.ts'

const HOME = {
  type: 'Feature',
  properties: { id: 'home', rule: 'inclusion', radius: 100 },
  geometry: { type: 'Point', coordinates: [-121.49, 38.58] },
}
const zones = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const minute = (m: number, lon: number) => `2026-11-23T12:${String(m).padStart(2, '0')}:00Z,38.58,${lon},10`
const DAY = [
  'time,lat,lon,accuracy',
  ...[0, 1, 2].map((m) => minute(m, -121.49)),
  ...[3, 4, 5, 6].map((m) => minute(m, -121.48)),
  ...[7, 8].map((m) => minute(m, -121.49)),
].join('\n')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function given(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const run = (word: string, ...args: string[]) =>
  runWatch(watchCommands.find((one) => one.word === word)!, args)
const replayOf = (track: string, ...more: string[]) =>
  run('replay', '--zones', given('z.geojson', zones(HOME)), ...more, given('day.csv', track))

describe('inlieu watch replay', () => {
  test('a line for each happening and a summary, exit 0', () => {
    const { code, output, errors } = replayOf(DAY)
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(0)
    expect(errors).toBe('')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatchObject({
      kind: 'zone-left',
      zone: 'home',
      at: '2026-11-23T12:03:00Z',
      knownAt: '2026-11-23T12:05:00Z',
      confirmedAt: '2026-11-23T12:05:00Z',
      late: false,
      withdrawn: false,
    })
    expect(lines[0].evidence.fixes).toHaveLength(3)
    expect(lines[1]).toMatchObject({ kind: 'returned', ends: lines[0].key })
    expect(lines[2].summary).toMatchObject({
      records: 9,
      usable: 9,
      bad: 0,
      happenings: { 'zone-left': 1, returned: 1 },
    })
  })

  test('bad records by line on standard error, the rest is used', () => {
    const { code, errors } = replayOf(`${DAY}\nbroken,1,1,1\n2026-11-23T12:09:00Z,0,0,5\n`)
    expect(code).toBe(0)
    expect(errors).toMatch(/day\.csv:11: not used: the time "broken"/)
    expect(errors).toMatch(/day\.csv:12: set aside \(zero-zero\)/)
  })

  test('exit 2 when no record can be used, with the summary still', () => {
    for (const track of ['', 'time,lat,lon\n', 'time,lat,lon\nx,y,z\n', 'time,lat,lon\n1795435200,0,0\n']) {
      const { code, output, errors } = replayOf(track)
      expect(code).toBe(2)
      expect(errors).toContain('No record of it can be used')
      expect(JSON.parse(output.trimEnd().split('\n').at(-1)!).summary.usable).toBe(0)
    }
  })

  test('schedule, parameters and level decide', () => {
    const schedule = given(
      's.json',
      JSON.stringify({
        timeZone: 'America/Los_Angeles',
        weekly: [{ zone: 'home', days: ['mon'], from: '22:00', to: '23:00' }],
      }),
    )
    expect(replayOf(DAY, '--schedule', schedule).output.split('\n')).toHaveLength(2)
    const params = given('p.json', '{"leaveFixes":9,"leaveSeconds":0}')
    expect(replayOf(DAY, '--params', params).output).not.toContain('zone-left')
    const silent = `${DAY}\n${minute(50, -121.49)}`
    expect(replayOf(silent).output).toContain('no-contact')
    expect(replayOf(silent, '--level', 'passive').output).not.toContain('no-contact')
  })
})

describe('inlieu watch: what does not fit is said: what, where, what to do', () => {
  const bad = (feature: object) => ({ ...HOME, ...feature })
  test.for([
    ['{', 'It is not JSON'],
    ['[]', 'It is no JSON object. Give a FeatureCollection'],
    ['{"type":"Topology"}', 'Its type is "Topology", and it has no features.'],
    [
      zones(bad({ properties: { rule: 'inclusion', radius: 5 } })),
      'features[0].properties.id: The zone has no id.',
    ],
    [
      zones(bad({ properties: { id: 'a', rule: 'in', radius: 5 } })),
      'There is no rule "in". Say "inclusion" or "exclusion".',
    ],
    [zones(bad({ properties: { id: 'a', rule: 'inclusion' } })), 'A Point needs a radius. Give it in metres'],
    [zones(bad({ properties: { id: 'a', rule: 'inclusion', radius: 0 } })), 'The radius is 0 m.'],
    [zones(bad({ geometry: { type: 'LineString', coordinates: [] } })), 'A LineString is no zone.'],
    [
      zones(
        bad({
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 1],
              ],
            ],
          },
        }),
      ),
      '(zone "home"), coordinates',
    ],
    [zones(bad({ geometry: { type: 'Polygon' } })), '(zone "home"), coordinates'],
    [zones(HOME, HOME), 'Zone "home" is there twice'],
    [zones(7 as unknown as object), 'It has no geometry.'],
    [
      zones(bad({ properties: { id: 'a', rule: 'inclusion', radius: 5, buffer: 'x' } })),
      '"x" is no number. Give metres',
    ],
  ])('zones: %s', ([text, message]) => {
    const { code, errors, output } = run(
      'replay',
      '--zones',
      given('z.geojson', text!),
      given('day.csv', DAY),
    )
    expect([code, output]).toEqual([2, ''])
    expect(errors).toContain(message)
  })

  test.for([
    ['{"timeZone":"Pacific","weekly":[]}', 'timeZone: There is no time zone "Pacific".'],
    ['{"timeZone":"America/Phoenix"}', 'weekly: There is no list here.'],
    ['{"timeZone":"America/Phoenix","weekly":[7]}', 'weekly[0]: It is no object.'],
    [
      '{"timeZone":"America/Phoenix","weekly":[{"zone":"x","days":["mon"],"from":"22:00","to":"06:00"}]}',
      'weekly[0].zone: There is no zone "x". Name one of: home.',
    ],
  ])('schedule: %s', ([text, message]) => {
    const { code, errors } = replayOf(DAY, '--schedule', given('s.json', text!))
    expect(code).toBe(2)
    expect(errors).toContain(message)
  })

  test.for([
    ['{"leavefixes":3}', 'leavefixes: "3" does not fit: there is no such parameter.'],
    ['{"leaveFixes":"3"}', 'leaveFixes: "3" does not fit: it is no number of 0 or more, in fixes.'],
    ['{"leaveFixes":-1}', '"-1" does not fit: it is no number of 0 or more, in fixes.'],
    ['{"horizon":1e308}', '"1e+308" does not fit: it is 1e+308, and 604800 s is the most.'],
  ])('parameters: %s', ([text, message]) => {
    const { code, errors } = replayOf(DAY, '--params', given('p.json', text!))
    expect(code).toBe(2)
    expect(errors).toContain(message)
  })

  test('the command itself', () => {
    expect(run('replay').errors).toContain('Usage: inlieu watch replay --zones')
    expect(run('replay', 'day.csv').errors).toContain('It names no zones.')
    expect(run('replay', '--zone', 'x', 'day.csv').errors).toContain("Unknown option '--zone'")
    expect(run('replay', '--zones', join(folder, 'none'), 'day.csv').errors).toContain(
      'There is no such file.',
    )
    expect(replayOf(DAY, '--level', 'lazy').errors).toContain('There is no level "lazy".')
  })
})

describe('inlieu watch draw and schema', () => {
  test('a page that runs nothing and fetches nothing, whatever the names', () => {
    const evil = { ...HOME, properties: { ...HOME.properties, name: '<script>alert(1)</script>' } }
    const { code, output } = run('draw', '--zones', given('z.geojson', zones(evil)), given('day.csv', DAY))
    expect(code).toBe(0)
    expect(output).toContain('<svg')
    expect(output).toContain('zone-left')
    expect(output).not.toMatch(/<script|<link|<img|url\(|src=|href=/)
    expect(output).toContain('&lt;script&gt;')
  })

  test('the picture in the documents is that of the track beside it', () => {
    const example = join(import.meta.dirname, '../../../docs/watch/example')
    const file = (name: string) => join(example, name)
    const { output } = run(
      'draw',
      '--zones',
      file('zones.geojson'),
      '--schedule',
      file('schedule.json'),
      file('evening.csv'),
    )
    expect(output).toContain(readFileSync(file('evening.svg'), 'utf8').trimEnd())
  })

  test('a track without a usable record is still a page', () => {
    expect(run('draw', '--zones', given('z.geojson', zones(HOME)), given('day.csv', '')).output).toContain(
      'Nothing happened.',
    )
  })

  test('every kind and every parameter with its default', () => {
    expect(run('schema').output).toMatch(/leaveFixes +3 +fixes/)
    expect(JSON.parse(run('schema', '--json').output).kinds.strap.severity).toBe('critical')
  })
})
