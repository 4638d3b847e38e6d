import { defaultParameters } from '../../parameters.ts'
import type { Fix, Span, Zone } from '../../types.ts'
import { geodesicMetres } from './geodesic.ts'
import { slowDistance } from './slow-zones.ts'

// What a finished track means for zones, told from monitoring rule 3 by looking at the whole of it: no state is carried
// from fix to fix, late data does not exist, distances are geodesics. For tests only.

/** One alarm as the reference sees it. */
export interface SlowAlarm {
  kind: 'zone-left' | 'zone-entered' | 'absent-at-start' | 'returned' | 'zone-crossed'
  zone: string
  at: number
  confirmedAt: number
}

/** A track that has come to its end: all fixes fit, in order, no two at one time. */
export interface FinishedTrack {
  zones: readonly Zone[]
  /** When each zone binds. */
  hours: (zone: Zone) => readonly Span[]
  fixes: readonly (Fix & { lat: number; lon: number })[]
}

type Place = Fix & { lat: number; lon: number }
const {
  leaveFixes,
  leaveSeconds,
  enterFixes,
  enterSeconds,
  returnFixes,
  returnSeconds,
  startWithin,
  crossedWithin,
  assumedAccuracy,
} = defaultParameters

const accuracyOf = (fix: Place) => fix.accuracy ?? assumedAccuracy

/** Metres beyond the line, on the side where the person must not be; buffer included. */
function beyond(zone: Zone, fix: Place): number {
  const known = measured.get(zone)?.get(fix)
  if (known !== undefined) return known
  const distance = slowDistance(fix, zone.area) - (zone.buffer ?? 0)
  const metres = zone.rule === 'inclusion' ? distance : -distance
  if (!measured.has(zone)) measured.set(zone, new WeakMap())
  measured.get(zone)!.set(fix, metres)
  return metres
}

/** Distances found before: the same ones are asked for many times. */
const measured = new WeakMap<Zone, WeakMap<Place, number>>()

/** Metres by which the nearest decision of a track might as well have fallen otherwise. */
export function closestCall({ zones, fixes }: FinishedTrack): number {
  return Math.min(
    ...zones.flatMap((zone) =>
      fixes.flatMap((fix) => {
        const metres = beyond(zone, fix)
        return [Math.abs(metres), Math.abs(metres - accuracyOf(fix))]
      }),
    ),
  )
}

/** Alarms of all zones, in no order. */
export function slowAlarms(track: FinishedTrack): SlowAlarm[] {
  return track.zones.flatMap((zone) =>
    track.hours(zone).flatMap((span) => {
      const within = track.fixes.filter((fix) => fix.at >= span.from && fix.at < span.to)
      const before = track.fixes.filter((fix) => fix.at < span.from).at(-1)
      const known = before && span.from - before.at <= startWithin * 1000 ? before : undefined
      const episodes = episodesOf(zone, span, within, known)
      return [...episodes, ...(zone.rule === 'exclusion' ? crossed(zone, span, track, episodes) : [])]
    }),
  )
}

/** The place in a row at which it is long enough, by count or by time since the zone binds; -1 if it never is. */
function longEnough(row: readonly Place[], fixes: number, seconds: number, span: Span): number {
  return row.findIndex((fix, i) => {
    const lasted = fix.at - Math.max(row[0]!.at, span.from)
    return i + 1 >= fixes || (i >= 1 && seconds > 0 && lasted >= seconds * 1000)
  })
}

function episodesOf(zone: Zone, span: Span, fixes: readonly Place[], before: Place | undefined): SlowAlarm[] {
  const inclusion = zone.rule === 'inclusion'
  const is = (fix: Place) => {
    const metres = beyond(zone, fix)
    return metres > accuracyOf(fix) ? 'beyond' : metres <= 0 ? 'permitted' : 'unsure'
  }
  const verdicts = fixes.map((fix) => ({ fix, verdict: is(fix) }))
  const found: SlowAlarm[] = []
  let from = 0
  let wasThere = inclusion && before !== undefined && is(before) === 'permitted'
  while (from < verdicts.length) {
    const rest = verdicts.slice(from)
    if (rest[0]!.verdict === 'permitted') {
      wasThere = true
      from++
      continue
    }
    // A stretch without a permitted fix; those on the line count for nothing.
    const ends = rest.findIndex(({ verdict }) => verdict === 'permitted')
    const stretch = ends === -1 ? rest : rest.slice(0, ends)
    const row = stretch.filter(({ verdict }) => verdict === 'beyond').map(({ fix }) => fix)
    const atStart = inclusion && !wasThere && from === 0
    if (atStart && row.length > 0 && before && is(before) === 'beyond') row.unshift(before)
    const enough = longEnough(
      row,
      inclusion ? leaveFixes : enterFixes,
      inclusion ? leaveSeconds : enterSeconds,
      span,
    )
    if (enough === -1 || row[enough] === before) {
      from += stretch.length
      continue
    }
    const first = row.find((fix) => fix.at >= span.from)!
    const absent = inclusion && !wasThere
    const near = first.at - span.from <= startWithin * 1000
    found.push({
      kind: !inclusion ? 'zone-entered' : absent ? 'absent-at-start' : 'zone-left',
      zone: zone.id,
      at: absent && near ? span.from : first.at,
      confirmedAt: row[enough]!.at,
    })
    const opened = fixes.indexOf(row[enough]!)
    const back = returnAfter(verdicts.slice(opened + 1), span)
    if (!back) break
    found.push({ kind: 'returned', zone: zone.id, at: back.first.at, confirmedAt: back.confirmed.at })
    wasThere = true
    from = fixes.indexOf(back.confirmed) + 1
  }
  return found
}

/** The first row of permitted fixes, nothing else between them, that is long enough. */
function returnAfter(verdicts: readonly { fix: Place; verdict: string }[], span: Span) {
  for (const [i, { verdict }] of verdicts.entries()) {
    if (verdict !== 'permitted' || verdicts[i - 1]?.verdict === 'permitted') continue
    const ends = verdicts.findIndex((later, j) => j > i && later.verdict !== 'permitted')
    const row = verdicts.slice(i, ends === -1 ? undefined : ends).map(({ fix }) => fix)
    const enough = longEnough(row, returnFixes, returnSeconds, span)
    if (enough !== -1) return { first: row[0]!, confirmed: row[enough]! }
  }
  return undefined
}

/** Ways between two fixes, neither in the zone, that go in deeper than the worse accuracy while no alarm stands. */
function crossed(zone: Zone, span: Span, track: FinishedTrack, episodes: readonly SlowAlarm[]): SlowAlarm[] {
  return track.fixes.slice(1).flatMap((fix, i): SlowAlarm[] => {
    const from = track.fixes[i]!
    if (fix.at < span.from || fix.at >= span.to || fix.at - from.at > crossedWithin * 1000) return []
    if (beyond(zone, fix) >= 0 || beyond(zone, from) >= 0) return []
    if (standsAt(episodes, fix.at)) return []
    const worse = Math.max(accuracyOf(from), accuracyOf(fix))
    return depthOf(zone, from, fix) > worse
      ? [{ kind: 'zone-crossed', zone: zone.id, at: fix.at, confirmedAt: fix.at }]
      : []
  })
}

/** An alarm stands from when it is confirmed until its return is. */
function standsAt(episodes: readonly SlowAlarm[], at: number): boolean {
  const last = episodes.filter((alarm) => alarm.confirmedAt < at).at(-1)
  return last !== undefined && last.kind !== 'returned'
}

/** Metres inside at the deepest of many places on the way, buffer included; 0 if it stays out. */
export function depthOf(zone: Zone, a: Place, b: Place): number {
  const way = geodesicMetres(a, b)
  const places = Math.ceil(way / 6)
  const stride = way / places
  let deepest = 0
  for (let place = 1; place < places; place++) {
    const part = place / places
    const metres = beyond(zone, {
      ...a,
      lat: a.lat + part * (b.lat - a.lat),
      lon: a.lon + part * (b.lon - a.lon),
    })
    deepest = Math.max(deepest, metres)
    // From so far outside the next strides cannot reach the line.
    if (metres < 0) place += Math.floor((0.99 * -metres) / stride)
  }
  return deepest
}
