import type { Input, SettingInput, Settings, Zone } from '@inlieu/watch'
import { z } from 'zod'
import { drawnZone, weeklyHours } from '../../home/index.ts'
import { id } from '../../platform/schemas.ts'
import { zoneOf } from '../telling/known.ts'

/** A change before it is saved: a zone drawn or drawn anew, one taken off, other weekly hours. */
export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('zone'), zoneId: id.nullable(), zone: drawnZone }),
  z.strictObject({ kind: z.literal('zone-end'), zoneId: id }),
  z.strictObject({ kind: z.literal('schedule'), weekly: z.array(weeklyHours).max(100) }),
])

export type Proposal = z.output<typeof proposal>

/** The id that a zone has before anybody has saved it. */
export const newZone = 'new'

/** The same settings with the change in them. */
export function withProposal(settings: Settings, proposed: Proposal, timeZone: string): Settings {
  switch (proposed.kind) {
    case 'zone': {
      const { zone, zoneId } = proposed
      const drawn: Zone = zoneOf({
        id: zoneId ?? newZone,
        version: 0,
        name: zone.name,
        rule: zone.rule,
        area: zone.area,
        buffer_m: zone.bufferM,
        severity: zone.severity,
        confirm_fixes: zone.confirmFixes,
        confirm_seconds: zone.confirmSeconds,
      })
      return { ...settings, zones: [...settings.zones.filter((one) => one.id !== zoneId), drawn] }
    }
    case 'zone-end':
      return { ...settings, zones: settings.zones.filter((one) => one.id !== proposed.zoneId) }
    case 'schedule':
      return {
        ...settings,
        schedule: { ...settings.schedule, timeZone, weekly: proposed.weekly },
      }
  }
}

/** What a person's place is judged by; the rest (who wears what, how closely followed, which numbers) stays as it was. */
const judgedBy = ['zones', 'templates', 'schedule', 'exceptions'] as const

/**
 * What was stored, as if these zones, hours, leave and exceptions had been in force all the while.
 * @param from epoch milliseconds from which they are
 */
export function asIf(stored: readonly Input[], settings: Settings, from: number): Input[] {
  const { zones, templates, schedule, exceptions } = settings
  const setting: SettingInput = {
    kind: 'setting',
    key: 'what-if',
    at: from,
    received: from,
    change: { zones, templates, schedule, exceptions },
  }
  return [setting, ...stored.map((input) => (input.kind === 'setting' ? withoutPlaces(input) : input))]
}

function withoutPlaces(input: SettingInput): SettingInput {
  const change = { ...input.change }
  for (const part of judgedBy) delete change[part]
  return { ...input, change }
}
