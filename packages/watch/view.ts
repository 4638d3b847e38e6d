import { emptyAt } from './detectors/battery.ts'
import type { WatchState, ZonePhase } from './state.ts'
import type { Fix, Millis } from './types.ts'

/** How a person stands right now, for a screen. Nothing here is a decision. */
export interface View {
  /** Time has come to this: silence since then is the watch's own. */
  evaluatedTo: Millis
  lastFit: Fix | null
  lastContact: Millis | null
  /** 0 to 1. */
  battery: number | null
  charging: boolean
  /** Forecast. */
  batteryEmptyAt: Millis | null
  /** Each zone that binds now; `suspected` is a crossing not yet confirmed. */
  zones: { id: string; phase: ZonePhase; since: Millis | null; alarm: string | null }[]
  /** What was kept out of decisions, by reason. */
  setAside: Record<string, number>
}

/**
 * How a person stands, out of the stored state.
 *
 * @example view(state).zones // [{ id: 'home', phase: 'suspected', since: 1764000000000, alarm: null }]
 */
export function view(state: WatchState): View {
  const person = state.evidence.ahead?.state ?? state.evidence.head
  const line = state.line.ahead?.state ?? state.line.head
  const setAside: Record<string, number> = { ...state.aside }
  for (const [reason, count] of Object.entries(person.aside))
    setAside[reason] = (setAside[reason] ?? 0) + count
  return {
    evaluatedTo: Math.max(state.now, person.at),
    lastFit: person.fit,
    lastContact: line.heard,
    battery: line.level,
    charging: line.charging,
    batteryEmptyAt: emptyAt(line),
    zones: [...person.zones, ...person.near].map(({ id, phase, row, standing }) => ({
      id,
      phase,
      since: standing?.since ?? (phase === 'suspected' ? (row[0]?.at ?? null) : null),
      alarm: standing?.alarm ?? null,
    })),
    setAside,
  }
}
