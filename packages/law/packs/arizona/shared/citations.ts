import type { Citation } from '../../../pack.types.ts'
import type { WordingCode } from '../../../wording/index.ts'

type Cited = Readonly<Partial<Record<WordingCode, Citation>>>

const text = (clause: string): Citation => ({ clause, own: false })
/** Our own reading or addition; each is told in `docs/law/open-readings.md`. */
const own = (clause: string): Citation => ({ clause, own: true })

/** The section says only that it is "treated the same as confinement in jail": how days are counted is ours. */
const counting = [
  'sentence.concurrent',
  'sentence.concurrent-unstated',
  'sentence.concurrent-received',
  'sentence.consecutive',
  'sentence.consecutive-start-stated',
  'sentence.start-later',
  'sentence.start-on-receipt',
  'sentence.from-modified',
  'sentence.calendar-term',
  'sentence.credit',
  'sentence.credit-covers',
  'sentence.total.union',
  'sentence.total.received',
  'sentence.total.calendar',
  'sentence.total.adjusted',
  'sentence.note.first-day',
  'sentence.note.starts-differ',
  'sentence.note.readings-differ',
  'sentence.note.served-more',
  'sentence.custody.withdrawn',
  'sentence.custody.by-calendar',
  'sentence.cannot.no-commitments',
  'sentence.cannot.duplicate-id',
  'sentence.cannot.no-length',
  'sentence.cannot.length-not-positive',
  'sentence.cannot.no-start-date',
  'sentence.cannot.credit-negative',
  'sentence.cannot.sentenced-after-as-of',
  'sentence.cannot.received-before-sentencing',
  'sentence.cannot.received-after-as-of',
  'sentence.cannot.consecutive-to-unstated',
  'sentence.cannot.consecutive-to-missing',
  'sentence.cannot.consecutive-cycle',
  'sentence.cannot.consecutive-to-later',
  'sentence.cannot.start-contradicts-consecutive',
  'sentence.cannot.modifies-missing',
  'sentence.cannot.modifies-cycle',
  'sentence.cannot.modified-twice-on-one-day',
  'sentence.cannot.modification-out-of-order',
  'sentence.cannot.served-before-received-contradicts',
  'sentence.cannot.served-more-than-owed',
  'sentence.cannot.event-after-as-of',
  'sentence.cannot.event-before-sentence',
  'sentence.cannot.events-contradict',
  'sentence.cannot.custody-served-more-than-owed',
] as const satisfies readonly WordingCode[]

export const countingCitations: Cited = {
  ...Object.fromEntries(counting.map((code) => [code, own('ARS-A')])),
  'sentence.custody.returned': text('ARS-I'),
}

/** Days in jail first. */
export const jailCitations: Cited = {
  'sentence.suspended': own('ARS-M.3'),
  'sentence.jail.days': text('ARS-M.2'),
  'sentence.jail.share': own('ARS-M.3'),
  'sentence.jail.of-whole-term': own('ARS-M.3'),
  'sentence.jail.of-term-after-suspension': own('ARS-M.3'),
  'sentence.jail.other-reading': own('ARS-M.3'),
  'sentence.jail.all': own('ARS-M.3'),
  'sentence.jail.not-asked': text('ARS-M.2'),
  'sentence.jail.credit': own('ARS-M.3'),
  'sentence.jail.placed-early': text('ARS-M.3'),
  'sentence.cannot.no-offence': text('ARS-M.2'),
  'sentence.cannot.suspended-more-than-term': own('ARS-M.3'),
  'sentence.cannot.jail-served-goes-back': own('ARS-M.3'),
}

/** The note on every bar of B. */
export const barCitations: Cited = { 'ars.note.closesAll': text('ARS-B.0') }

export const committeeCitations: Cited = {
  'committee.vacant': text('ARS-H.1'),
  'committee.term-over': own('ARS-H.2'),
  'committee.too-many': text('ARS-H.1'),
  'committee.no-chair': text('ARS-H.1'),
  'committee.chair-not-designee': text('ARS-H.1'),
  'committee.two-chairs': text('ARS-H.1'),
  'committee.complete': text('ARS-H.1'),
  'committee.never-met': text('ARS-H.2'),
  'committee.meet-by': text('ARS-H.2'),
  'committee.soon': own('ARS-H.2'),
  'committee.late': text('ARS-H.2'),
  'committee.quorum-unset': own('ARS-H.2'),
  'committee.no-quorum': own('ARS-H.2'),
  'committee.recommended': text('ARS-G'),
  'committee.not-recommended': text('ARS-G'),
  'committee.project.not-recommended': text('ARS-G'),
  'committee.project.not-approved': text('ARS-G'),
  'committee.project.approved-first': own('ARS-G'),
  'committee.project.supervised-elsewhere': text('ARS-G'),
  'committee.project.public-works': text('ARS-G'),
  'committee.project.community': text('ARS-G'),
}

export const leaveCitations: Cited = {
  'leave.standard-unset': own('ARS-F'),
  'leave.purpose': text('ARS-F'),
  'leave.purpose-not-in-standard': text('ARS-F'),
  'leave.notice-short': own('ARS-F'),
  'leave.sheriff-decides': text('ARS-F'),
  'leave.weekend-restitution': text('ARS-E'),
}
/** D, K.2 and L each name who assesses less for inability to pay; none of them knows custody for it (own). */
export const feeReductionCitations = (clause: string): Cited => ({
  'fees.reduce.ability-to-pay': text(clause),
  ...neverForNonpayment(clause),
})

export const neverForNonpayment = (clause: string): Cited => ({ 'sanction.nonpayment.never': own(clause) })

export const consecutiveHoursCitations: Cited = { 'leave.consecutive-hours': own('ARS-N.1') }
