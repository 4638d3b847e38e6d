import type { Command } from '../path/world.ts'

/** What open pages are told of an alarm; the watch writes it to `platform.news`, a verb emits the same. */
export interface AlarmNews {
  agencyId: string
  kind: 'monitoring.alarm-opened' | 'monitoring.alarm-changed'
  /** Without `person` where the alarm is of a unit that nobody wears. */
  subject: { alarm: string; person?: string }
}

/** What was said to a unit changes the alarm that asked for it. */
export const newsOfSaid = (said: readonly Command[]): AlarmNews[] =>
  said.flatMap(({ agencyId, alarmId, personId }) =>
    alarmId === null
      ? []
      : [
          {
            agencyId,
            kind: 'monitoring.alarm-changed' as const,
            subject: { alarm: alarmId, ...(personId === null ? {} : { person: personId }) },
          },
        ],
  )
