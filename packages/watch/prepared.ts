import { readyOf } from './schedule/compile-schedule.ts'
import { timelineOf } from './settings/timeline.ts'
import type { WatchState } from './state.ts'
import type { TemplateLibrary } from './types.ts'

/**
 * What was made ready of a person's settings: zones, hours, phases. Opaque, and found again by itself for as long as the
 * state is there. Who keeps many people keeps it beside each of them: what hangs on weak references alone is gone through
 * by the collector of memory while everything stands still, a third of a second for 30,000 people.
 *
 * @example const held = preparedOf(state, library) // let go of when the state is
 */
export function preparedOf(state: WatchState, library: TemplateLibrary = {}): readonly object[] {
  const schedules = state.settings.flatMap(({ change }) => change.schedule ?? [])
  return [timelineOf(state.settings, library), ...schedules.map(readyOf)]
}
