import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { ActiveZone } from '../settings/phases.ts'
import type { Evidence, PersonState, ZoneState } from '../state.ts'
import { clearZone, templateZone } from './crossing.ts'

/**
 * Which zones bind the person, as hours begin and end, leave is given, zones are drawn and lifted. A zone that binds on
 * goes on as it stood; one that begins to bind begins anew (whoever is outside then was absent at the start, field 5);
 * one that binds no more ends what stood.
 */
export const binding: Detector<PersonState, Evidence> = {
  name: 'binding',
  onPhase(state, before, moment) {
    const { zones } = moment.phase
    const stood = new Map(state.zones.map((zone) => [zone.id, zone]))
    const binds = (active: ActiveZone): ZoneState =>
      stood.get(active.id) ?? clearZone(active.id, before === null ? active.since : moment.now)
    state.zones = zones.map(binds)
    for (const active of zones) stood.delete(active.id)
    for (const zone of stood.values()) lift(state, zone, moment)
    state.near = state.near.filter((zone) => {
      if (templateZone(moment.phase, zone.id)) return true
      lift(state, zone, moment)
      return false
    })
  },
}

function lift(state: PersonState, zone: ZoneState, moment: Moment): void {
  if (!zone.standing) return
  moment.say(state, {
    kind: 'cleared',
    zone: zone.id,
    at: moment.now,
    why: 'The zone binds no more: its hours ended, leave began, or it was lifted. The person was not seen to return.',
    values: { beyondSince: zone.standing.since },
    ends: zone.standing.alarm,
    group: `zone:${zone.id}`,
  })
  moment.endIncident(state, `zone:${zone.id}`, moment.now)
}
