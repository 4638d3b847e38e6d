import { view } from '@inlieu/watch'
import type { Evaluated } from './people.ts'
import type { Assigned, StandingRow } from './rows.ts'
import type { SetRight } from './set-right.ts'
import type { UnitSeen, World } from './world.ts'

/** Of so many messages the least delay is what a unit's clock can be off by. */
const delaysKept = 20

/**
 * How the units of a batch were seen, beside what was known of them; and those whose messages became somebody's only
 * now, where they wear the unit still.
 * @param now epoch milliseconds
 */
export function seenAfter(
  world: World,
  assigned: readonly Assigned[],
  setRight: readonly SetRight[],
  now: number,
): Map<string, UnitSeen> {
  const seen = new Map<string, UnitSeen>()
  for (const { personId, inputs } of setRight) {
    for (const unitId of new Set(
      inputs.flatMap((input) => ('device' in input ? (input.device ?? []) : [])),
    )) {
      const known = world.units.get(unitId)
      if (known && world.directory.wearerAt(unitId, now) === personId)
        seen.set(unitId, { ...known, personId })
    }
  }
  for (const { unitId, agencyId, received, reading } of assigned) {
    const before = seen.get(unitId) ?? world.units.get(unitId)
    const { battery, charging, at } = reading.record
    seen.set(unitId, {
      agencyId,
      // Who wears it now; a late message of the wearer before changes nothing of that.
      personId: world.directory.wearerAt(unitId, received),
      contactAt: Math.max(received, before?.contactAt ?? 0),
      delays: [...(before?.delays ?? []), received - at].slice(-delaysKept),
      battery: battery ?? before?.battery ?? null,
      charging: charging ?? before?.charging ?? null,
    })
  }
  return seen
}

/** The rows of units that were heard of, and of units whose wearer's matters changed. */
export function standingRows(
  world: World,
  seen: ReadonlyMap<string, UnitSeen>,
  evaluated: readonly Evaluated[],
  assigned: readonly Assigned[],
): StandingRow[] {
  const units = new Map(seen)
  const people = new Map(evaluated.map((one) => [one.personId, one]))
  const movementOf = movements(assigned)
  for (const { personId, happenings } of evaluated) {
    if (happenings.length === 0) continue
    for (const unitId of world.unitsOf.get(personId) ?? []) {
      const known = world.units.get(unitId)
      if (known && !units.has(unitId)) units.set(unitId, known)
    }
  }
  return [...units].map(([unitId, unit]) => {
    const person = unit.personId === null ? undefined : people.get(unit.personId)
    const followed =
      person?.followed ?? (unit.personId === null ? undefined : world.people.get(unit.personId))
    const fit = followed && seen.has(unitId) ? view(followed.state).lastFit : null
    const least = unit.delays.length > 0 ? Math.min(...unit.delays) : null
    return {
      agencyId: unit.agencyId,
      unitId,
      personId: unit.personId,
      contactAt: unit.contactAt,
      clockOffset: least === null || Math.abs(least) > 2 ** 31 - 1 ? null : Math.round(least),
      battery: unit.battery,
      charging: unit.charging,
      fix:
        fit && fit.device === unitId && fit.lat !== null && fit.lon !== null
          ? {
              at: fit.at,
              lat: fit.lat,
              lon: fit.lon,
              accuracy: fit.accuracy ?? null,
              ...movementOf(unitId, fit.at),
            }
          : null,
      matters: [...new Set(followed?.matters.values() ?? [])],
    }
  })
}

/** How fast and where to, of the very messages that gave positions; the watch's memory does not keep it. */
function movements(assigned: readonly Assigned[]): (unitId: string, at: number) => Movement {
  const found = new Map<string, Movement>()
  for (const { unitId, reading } of assigned) {
    if (reading.kind !== 'fix') continue
    const { at, speed = null, course = null } = reading.record
    found.set(`${unitId} ${at}`, { speed, course })
  }
  return (unitId, at) => found.get(`${unitId} ${at}`) ?? { speed: null, course: null }
}

interface Movement {
  speed: number | null
  course: number | null
}
