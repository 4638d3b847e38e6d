import type { Permission } from '../access/permissions.ts'
import type { StreamedEvent } from './events.ts'

/**
 * Every kind of event there is, and who hears it in the stream: whoever may read what it is about. An event
 * cannot be emitted without a line here, as a route cannot be declared without a permission.
 * `site-sheet.use` hears of its own sites only, and of them only which site it was (WAP-SITE.3, own);
 * `receipt.read` of the documents that are receipts.
 */
export const heardWith = {
  'access.account-changed': ['account.manage'],
  'access.account-locked': ['account.manage', 'account.unlock'],
  'access.account-opened': ['account.manage'],
  'access.delegation-ended': ['delegation.read'],
  'access.delegation-made': ['delegation.read'],
  'access.lock-released': ['account.manage', 'account.unlock'],
  'access.own-password-changed': ['account.manage'],
  'access.password-reset': ['account.manage'],
  'access.second-factor-set': ['account.manage'],
  'access.signed-in': ['account.manage'],
  'access.signed-out': ['account.manage'],
  'court.asked': ['commitment.read'],
  'court.commitment-changed': ['commitment.read'],
  'court.commitment-moved': ['commitment.read'],
  'court.commitment-received': ['commitment.read'],
  'court.commitment-returned': ['commitment.read'],
  'court.original-received': ['commitment.read'],
  'equipment.credential-changed': ['equipment.read'],
  'equipment.model-added': ['equipment.read'],
  'equipment.model-changed': ['equipment.read'],
  'equipment.price-entered': ['equipment.read'],
  'equipment.unit-changed': ['equipment.read'],
  'equipment.unit-fitted': ['equipment.read'],
  'equipment.unit-removed': ['equipment.read'],
  'home.absence-kinds-set': ['home.read'],
  'home.adult-changed': ['home.read'],
  'home.condition-changed': ['home.read'],
  'home.contract-changed': ['home.read'],
  'home.deputy-named': ['home.read'],
  'home.evaluation-changed': ['home.read'],
  'home.leave-asked': ['home.read'],
  'home.leave-decided': ['home.read'],
  'home.leave-ended': ['home.read'],
  'home.place-changed': ['home.read'],
  'home.schedule-changed': ['home.read'],
  'home.slot-changed': ['home.read'],
  'home.template-changed': ['home.read'],
  'home.template-use-changed': ['home.read'],
  'home.zone-changed': ['home.read'],
  'home.zone-exception-changed': ['home.read'],
  'intake.application-saved': ['enrolment.read'],
  'intake.application-signed': ['enrolment.read'],
  'intake.appointment-booked': ['enrolment.read'],
  'intake.appointment-cancelled': ['enrolment.read'],
  'intake.appointment-missed': ['enrolment.read'],
  'intake.appointment-moved': ['enrolment.read'],
  'intake.arrived': ['enrolment.read'],
  'intake.booked': ['enrolment.read'],
  'intake.booking-saved': ['enrolment.read'],
  'intake.called-in': ['enrolment.read'],
  'intake.day-closed': ['enrolment.read', 'parameter.read'],
  'intake.day-opened': ['enrolment.read', 'parameter.read'],
  'intake.hours-entered': ['enrolment.read', 'parameter.read'],
  'intake.item-ticked': ['enrolment.read'],
  'intake.item-unticked': ['enrolment.read'],
  'intake.person-told': ['enrolment.read'],
  'intake.print-recorded': ['enrolment.read'],
  'intake.print-withdrawn': ['enrolment.read'],
  'intake.screening-answered': ['enrolment.read'],
  'intake.screening-decided': ['enrolment.read'],
  'money.balance-vacated': ['fee.read'],
  'money.date-agreed': ['fee.read'],
  'money.fee-corrected': ['fee.read'],
  'money.fees-assessed': ['fee.read'],
  'money.interview-put-off': ['fee.read'],
  'money.payment-recorded': ['fee.read'],
  'money.payment-voided': ['fee.read'],
  'money.refund-recorded': ['fee.read'],
  'money.waiver-asked': ['fee.read'],
  'money.waiver-decided': ['fee.read'],
  'monitoring.alarm-changed': ['alarm.read'],
  'monitoring.alarm-opened': ['alarm.read'],
  'monitoring.channel-changed': ['alarm.read', 'channel.manage'],
  'monitoring.dead-spot-changed': ['alarm.read'],
  'monitoring.gap-changed': ['shift.read'],
  'monitoring.guideline-approved': ['guideline.read'],
  'monitoring.guideline-entered': ['guideline.read'],
  'monitoring.guideline-withdrawn': ['guideline.read'],
  'monitoring.help-changed': ['alarm.read'],
  'monitoring.looked': ['look.read'],
  'monitoring.message-changed': ['alarm.read'],
  'monitoring.shift-changed': ['shift.read'],
  'monitoring.staff-changed': ['shift.read'],
  'people.identifier-added': ['person.read'],
  'people.identifier-ended': ['person.read'],
  'people.person-changed': ['person.read'],
  'people.person-opened': ['person.read'],
  // The office's time is everybody's.
  'platform.clock-moved': ['own.account'],
  'platform.document-asked': ['paper.read', 'receipt.read'],
  'platform.document-failed': ['paper.read', 'receipt.read'],
  'platform.document-made': ['paper.read', 'receipt.read'],
  'platform.paper-added': ['paper.read'],
  'monitoring.watch-back': ['alarm.read'],
  'monitoring.watch-silent': ['alarm.read'],
  'programs.commitment-joined': ['enrolment.read'],
  'programs.enrolment-opened': ['enrolment.read'],
  'programs.good-time-decided': ['enrolment.read'],
  'programs.parameter-approved': ['parameter.read'],
  'programs.parameter-entered': ['parameter.read'],
  'programs.parameter-withdrawn': ['parameter.read'],
  'programs.step-recorded': ['enrolment.read'],
  // A new worksheet changes what is owed: the statement is of whoever reads fees.
  'programs.worksheet-computed': ['enrolment.read', 'fee.read'],
  'programs.worksheet-not-computed': ['enrolment.read'],
  'work.attendance-marked': ['roster.read', 'enrolment.read', 'site-sheet.use'],
  'work.circumstances-noted': ['enrolment.read'],
  'work.contract-made': ['roster.read', 'enrolment.read'],
  'work.days-rescheduled': ['roster.read', 'enrolment.read'],
  'work.early-start-allowed': ['enrolment.read'],
  'work.holiday-added': ['site.read'],
  'work.holiday-ended': ['site.read'],
  'work.list-changed': ['roster.read', 'site-sheet.use'],
  'work.missed-day-answered': ['roster.read', 'enrolment.read'],
  'work.places-changed': ['site.read'],
  'work.roster-returned': ['roster.read', 'site-sheet.use'],
  'work.roster-sent': ['roster.read'],
  'work.site-changed': ['site.read', 'site-sheet.use'],
  'work.site-opened': ['site.read'],
  'work.supervisor-ended': ['site.read', 'site-sheet.use'],
  'work.supervisor-linked': ['site.read', 'site-sheet.use'],
} as const satisfies Record<`${string}.${string}`, readonly Permission[]>

/** A kind of event of the office. */
export type EventKind = keyof typeof heardWith

/** Who listens: what the session may do, and the sites whose sheets it opens. */
export interface Ears {
  permissions: ReadonlySet<Permission>
  sites: ReadonlySet<string>
}

/** The kind of paper that a receipt is. */
export const receiptKind = 'money/receipt'

// What two permissions hear of an event that others hear whole.
const inPart: Readonly<
  Partial<Record<Permission, (event: StreamedEvent, ears: Ears) => StreamedEvent | null>>
> = {
  'site-sheet.use': (event, ears) => {
    const { site } = event.subject
    return typeof site === 'string' && ears.sites.has(site) ? { ...event, subject: { site } } : null
  },
  'receipt.read': (event) => (event.subject.kind === receiptKind ? event : null),
}

/**
 * What one session hears of an event: the whole, a part, or nothing. A kind that is not in the list is heard by
 * nobody: a row of an older release says nothing to anyone.
 */
export function heardOf(event: StreamedEvent, ears: Ears): StreamedEvent | null {
  const needed: readonly Permission[] = heardWith[event.kind as EventKind] ?? []
  const held = needed.filter((permission) => ears.permissions.has(permission))
  if (held.some((permission) => inPart[permission] === undefined)) return event
  for (const permission of held) {
    const part = inPart[permission]?.(event, ears)
    if (part) return part
  }
  return null
}
