import type { Severity } from '@inlieu/watch'

/** What an alarm can be; a `note` asks nobody for anything and opens none. */
export const alarmSeverities = ['critical', 'high', 'medium', 'low'] as const
export type AlarmSeverity = (typeof alarmSeverities)[number]

/** 0 is gravest. */
const gravity = (severity: Severity): number =>
  severity === 'note' ? alarmSeverities.length : alarmSeverities.indexOf(severity)

/** Whether the first is graver than the second. */
export const isGraver = (one: Severity, other: Severity): boolean => gravity(one) < gravity(other)
