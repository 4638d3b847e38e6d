import type { Severity } from '@inlieu/watch'

/** What an alarm can be; a `note` asks nobody for anything and opens none. */
export const alarmSeverities = ['critical', 'high', 'medium', 'low'] as const
export type AlarmSeverity = (typeof alarmSeverities)[number]

/** 0 is gravest. */
const gravity = (severity: Severity): number =>
  severity === 'note' ? alarmSeverities.length : alarmSeverities.indexOf(severity)

/** Whether the first is graver than the second. */
export const isGraver = (one: Severity, other: Severity): boolean => gravity(one) < gravity(other)

/** What is asked of a finding to tell how grave its alarm is. */
interface Finding {
  severity: Severity
  withdrawn: boolean
}

/**
 * How grave an alarm is: as the gravest of what still stands of it. Where nothing does, it is as grave as the least of
 * what was withdrawn, so that an alarm never grows graver by a withdrawal.
 * @param openedAs as grave as it was opened; it counts where the finding it was opened for is another alarm's by now
 */
export function gravityOf(
  findings: readonly Finding[],
  openedAs: AlarmSeverity,
  hasOpener: boolean,
): AlarmSeverity {
  const asking = findings.flatMap(({ severity, withdrawn }) =>
    severity === 'note' ? [] : [{ severity, withdrawn }],
  )
  const standing = asking.filter(({ withdrawn }) => !withdrawn).map(({ severity }) => severity)
  if (!hasOpener) standing.push(openedAs)
  const withdrawn = asking.map(({ severity }) => severity)
  return (
    alarmSeverities.find((one) => standing.includes(one)) ??
    alarmSeverities.findLast((one) => withdrawn.includes(one)) ??
    openedAs
  )
}
