/** The absences that can be approved (EMP-1.2), in the order of the text. */
export const leaveKinds = [
  'work',
  'job-search',
  'school',
  'family',
  'counseling',
  'treatment',
  'community-service',
  'medical',
  'court-approved',
] as const

export type LeaveKind = (typeof leaveKinds)[number]

/** Why a leave is granted. */
export const grantCodes = ['confirmed', 'regular', 'court-ordered', 'emergency', 'other'] as const

/** Why a leave is denied. */
export const denyCodes = [
  'not-confirmed',
  'place-not-approved',
  'asked-too-late',
  'court-hours',
  'conduct',
  'not-needed',
  'other',
] as const

/** Why a leave ends before its time, or is taken back before it is decided. */
export const endCodes = ['taken-back', 'changed', 'conduct', 'granted-in-error', 'other'] as const
