import type { Input, SettingInput, Settings } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { drawnZone, weeklyHours } from '../../home/index.ts'
import { day, id } from '../../platform/schemas.ts'
import { type Known, zoneOf } from '../telling/known.ts'

/** A change before it is saved: a zone drawn or drawn anew, one taken off, other hours of the week or of one day. */
export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('zone'), zoneId: id.nullable(), zone: drawnZone }),
  z.strictObject({ kind: z.literal('zone-end'), zoneId: id }),
  z.strictObject({ kind: z.literal('schedule'), weekly: z.array(weeklyHours).max(100) }),
  z.strictObject({
    kind: z.literal('day'),
    zoneId: id,
    onDay: day,
    from: z.string().max(5).nullable(),
    to: z.string().max(5).nullable(),
  }),
])

export type Proposal = z.output<typeof proposal>

/** The id that a zone has before anybody has saved it. */
export const newZone = 'new'

/**
 * What is known of a person with the change in it. A day that differs lies ahead: it is tried on the same days of the
 * week that lie behind.
 * @param behind the local days that the change is tried on
 */
export function withProposal(known: Known, proposed: Proposal, behind: readonly Temporal.PlainDate[]): Known {
  switch (proposed.kind) {
    case 'zone': {
      const { zone, zoneId } = proposed
      const drawn = zoneOf({
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
      return { ...known, zones: [...known.zones.filter((one) => one.id !== zoneId), drawn] }
    }
    case 'zone-end':
      return { ...known, zones: known.zones.filter((one) => one.id !== proposed.zoneId) }
    case 'schedule':
      return { ...known, weekly: proposed.weekly }
    case 'day':
      return { ...known, dated: withDay(known.dated, proposed, behind) }
  }
}

function withDay(
  dated: Known['dated'],
  { zoneId: zone, onDay, from, to }: Extract<Proposal, { kind: 'day' }>,
  behind: readonly Temporal.PlainDate[],
): Known['dated'] {
  const alike = behind.filter(({ dayOfWeek }) => dayOfWeek === onDay.dayOfWeek)
  const others = dated.filter((one) => one.zone !== zone || !alike.some((day) => day.equals(one.day)))
  return [...others, ...alike.map((day) => ({ zone, day, from, to }))]
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
