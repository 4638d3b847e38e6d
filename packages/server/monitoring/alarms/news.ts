/** What open pages are told of an alarm; the watch writes it to `platform.news`, a verb emits the same. */
export interface AlarmNews {
  agencyId: string
  kind: 'monitoring.alarm-opened' | 'monitoring.alarm-changed'
  /** Without `person` where the alarm is of a unit that nobody wears. */
  subject: { alarm: string; person?: string }
}
