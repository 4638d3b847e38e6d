/** Everything that can be allowed. A route names one; a role holds some. */
export const permissions = [
  'own.account',
  'today.read',
  'search.use',
  'person.read',
  'person.write',
  'person.open-identifier',
  'history.read',
  'paper.read',
  /** The receipts among the papers, and no other. */
  'receipt.read',
  'paper.add',
  'commitment.read',
  'commitment.write',
  'enrolment.read',
  'enrolment.write',
  'worksheet.compute',
  'appointment.write',
  'application.write',
  'screening.answer',
  'screening.decide',
  'booking.write',
  'fee.read',
  'fee.assess',
  'payment.record',
  'payment.correct',
  'waiver.ask',
  'waiver.decide',
  'site.read',
  'site.write',
  'schedule.write',
  'schedule.allow-early',
  'roster.read',
  'attendance.write',
  'site-sheet.use',
  'completion.record',
  'equipment.read',
  'equipment.write',
  'equipment.fit',
  /** How units get in at the device doors. */
  'equipment.credential',
  'home.read',
  'home.write',
  'zone.write',
  'zone-template.write',
  'leave.ask',
  'leave.decide',
  /** Where a person is or was. Every use is a look that is recorded. */
  'location.read',
  /** Who looked at whom. */
  'look.read',
  'alarm.read',
  'alarm.work',
  'alarm.supervise',
  'guideline.read',
  'guideline.enter',
  'guideline.approve',
  'shift.read',
  'shift.write',
  /** By which way messages leave the house. */
  'channel.manage',
  'parameter.read',
  'parameter.enter',
  'parameter.approve',
  'account.manage',
  'account.unlock',
  /** Who decides for whom ("or designee"), since when and by which paper. */
  'delegation.read',
  'delegation.write',
  'audit.read',
  'demonstration.clock',
] as const

/** One thing that can be allowed. */
export type Permission = (typeof permissions)[number]

/** The people of the system (people.md). An office gives an account one or more of these. */
export const roles = [
  'clerk',
  'deputy',
  'sergeant',
  'lieutenant',
  'bureau-manager',
  'bureau-commander',
  'sheriff',
  'chief-probation-officer',
  'operator',
  'operator-supervisor',
  'probation-officer',
  'identification-bureau',
  'classification',
  'parole-unit',
  'laboratory',
  'treatment-provider',
  'court-clerk',
  'site-supervisor',
  'committee-member',
  'committee-chair',
  'treasurer',
  'auditor',
  'participant',
  'administrator',
] as const

/** One of the people of the system. */
export type Role = (typeof roles)[number]

const own: Permission[] = ['own.account', 'demonstration.clock']

const reading: Permission[] = [
  'today.read',
  'search.use',
  'person.read',
  'history.read',
  'paper.read',
  'receipt.read',
  'commitment.read',
  'enrolment.read',
  'fee.read',
  'site.read',
  'roster.read',
  'equipment.read',
  'home.read',
  'parameter.read',
]

const desk: Permission[] = [
  ...own,
  ...reading,
  'person.write',
  'person.open-identifier',
  'paper.add',
  'commitment.write',
  'enrolment.write',
  'worksheet.compute',
  'appointment.write',
  'application.write',
  'screening.answer',
  'booking.write',
  'fee.assess',
  'payment.record',
  'waiver.ask',
  'site.write',
  'schedule.write',
  'attendance.write',
  'completion.record',
  'leave.ask',
]

/** What a deputy of home detention does (EMP-4.2); a clerk never sees where somebody is (people.md). */
const field: Permission[] = [
  'equipment.write',
  'equipment.fit',
  'equipment.credential',
  'home.write',
  'zone.write',
  'leave.decide',
  'location.read',
  'alarm.read',
  'guideline.read',
  'shift.read',
]

const supervising: Permission[] = [
  ...desk,
  ...field,
  'zone-template.write',
  'look.read',
  'guideline.enter',
  'guideline.approve',
  'screening.decide',
  'waiver.decide',
  'payment.correct',
  'schedule.allow-early',
  'parameter.enter',
  'parameter.approve',
  'account.unlock',
  'delegation.read',
]

/** The monitoring centre sees of a person what an alarm needs, and no case record (people.md). */
const centre: Permission[] = [
  ...own,
  'today.read',
  'alarm.read',
  'alarm.work',
  'location.read',
  'guideline.read',
  'shift.read',
]

/**
 * What each role may do. A role whose rooms are not built holds its own account and nothing else: what it
 * must never be able to do (people.md) is then true by construction.
 */
export const roleHolds: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: desk,
  deputy: [...desk, ...field, 'screening.decide'],
  sergeant: supervising,
  lieutenant: supervising,
  'bureau-manager': supervising,
  'bureau-commander': supervising,
  sheriff: [...supervising, 'delegation.write'],
  'chief-probation-officer': own,
  operator: centre,
  'operator-supervisor': [...centre, 'alarm.supervise', 'look.read', 'shift.write'],
  'probation-officer': own,
  'identification-bureau': own,
  classification: own,
  'parole-unit': own,
  laboratory: own,
  'treatment-provider': own,
  'court-clerk': own,
  'site-supervisor': [...own, 'site-sheet.use'],
  'committee-member': own,
  'committee-chair': own,
  treasurer: [...own, 'today.read', 'fee.read', 'receipt.read', 'parameter.read'],
  auditor: [
    ...own,
    'today.read',
    'fee.read',
    'parameter.read',
    'history.read',
    'audit.read',
    'look.read',
    'delegation.read',
    'person.read',
    'search.use',
  ],
  participant: own,
  administrator: [
    ...own,
    'today.read',
    'account.manage',
    'account.unlock',
    'delegation.read',
    'delegation.write',
    'audit.read',
    'parameter.read',
    'parameter.enter',
    'site.read',
    'channel.manage',
  ],
}

/** Everything that an account with these roles may do. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => roleHolds[role]))
}

/** Whether a word from outside names a role. */
export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word)
}
