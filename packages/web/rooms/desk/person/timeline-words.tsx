import { useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { momentInWords } from '../../../parts/day/format.ts'
import { removalNames } from '../../equipment/parts/words.ts'
import { printWords } from '../../intake/words.ts'
import { type ReturnReason, useReturnWords } from '../../programs/enrolment/return-words.ts'

/** One entry of the timeline as the office tells it. */
export type Entry = {
  at: string
  onDay: string | null
  kind: string
  about: Record<string, unknown>
  enrolmentId: string | null
  actorName: string | null
}

/** What an entry is called, and what is special about it. A kind without words shows its code, so that none hides. */
export function useEntryWords(): (entry: Entry) => { title: string; detail?: string } {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const reasons = useReturnWords()
  const text = (entry: Entry, name: string) => {
    const value = entry.about[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const money = (entry: Entry, name: string) => amountInWords(Number(entry.about[name] ?? 0), i18n.locale)
  const printInWords = (kind: string) =>
    Object.hasOwn(printWords, kind) ? i18n._(printWords[kind as keyof typeof printWords]) : kind
  const removalInWords = (code: string) =>
    Object.hasOwn(removalNames, code) ? i18n._(removalNames[code as keyof typeof removalNames]) : code
  const marks: Record<string, string> = {
    worked: t`worked`,
    'sent-home': t`sent home`,
    'stood-down': t`stood down by the site`,
    'absent-excused': t`absent, excused`,
    'absent-unexcused': t`absent, not excused`,
  }
  const forms: Record<string, string> = {
    cash: t`cash`,
    'money-order': t`money order`,
    'cashiers-check': t`cashier's check`,
  }
  const words: Record<string, (entry: Entry) => { title: string; detail?: string }> = {
    'people.opened': () => ({ title: t`Person opened` }),
    'people.changed': () => ({ title: t`Details of the person changed` }),
    'people.address-recorded': (entry) => ({
      title: t`Address recorded`,
      detail: [text(entry, 'line1'), text(entry, 'city'), text(entry, 'state'), text(entry, 'zip')]
        .filter(Boolean)
        .join(', '),
    }),
    'people.identifier-opened': (entry) => ({
      title: t`A sealed number was opened`,
      detail: text(entry, 'reason'),
    }),
    'court.commitment-received': (entry) => ({
      title: t`Commitment received`,
      detail: t`Docket ${text(entry, 'docket')} · ${text(entry, 'court')}`,
    }),
    'court.commitment-changed': (entry) => ({
      title: t`Commitment changed`,
      detail: t`Docket ${text(entry, 'docket')}`,
    }),
    'court.commitment-moved-here': (entry) => ({
      title: t`Commitment moved here from another person`,
      detail: t`Docket ${text(entry, 'docket')} · ${text(entry, 'reason')}`,
    }),
    'court.commitment-moved-away': (entry) => ({
      title: t`Commitment moved to another person`,
      detail: t`Docket ${text(entry, 'docket')} · ${text(entry, 'reason')}`,
    }),
    'court.original-received': (entry) => ({
      title: t`Original received`,
      detail: t`Docket ${text(entry, 'docket')}`,
    }),
    'court.asked': (entry) => ({ title: t`The court was asked`, detail: t`Docket ${text(entry, 'docket')}` }),
    'court.commitment-returned': (entry) => ({
      title: t`Commitment returned to the court`,
      detail: text(entry, 'note'),
    }),
    'programs.opened': (entry) => ({ title: t`Enrolment opened`, detail: text(entry, 'number') }),
    'programs.appointed': (entry) => ({ title: t`Appointment stands`, detail: text(entry, 'number') }),
    'programs.applied': (entry) => ({ title: t`Applied`, detail: text(entry, 'number') }),
    'programs.accepted': (entry) => ({ title: t`Accepted`, detail: text(entry, 'note') }),
    'programs.denied': (entry) => ({ title: t`Denied`, detail: text(entry, 'note') }),
    'programs.booked': (entry) => ({ title: t`Booked`, detail: text(entry, 'number') }),
    'programs.scheduled': (entry) => ({ title: t`Days scheduled`, detail: text(entry, 'number') }),
    'programs.placed': (entry) => ({ title: t`Detention at home began`, detail: text(entry, 'number') }),
    'programs.completed': (entry) => ({ title: t`Sentence completed`, detail: text(entry, 'number') }),
    'programs.returned-to-court': (entry) => ({
      title: t`Returned to court`,
      detail: [reasons[text(entry, 'reason') as ReturnReason], text(entry, 'note')]
        .filter(Boolean)
        .join(' · '),
    }),
    'programs.withdrawn': (entry) => ({ title: t`Withdrawn`, detail: text(entry, 'note') }),
    'programs.reopened': (entry) => ({ title: t`Reopened`, detail: text(entry, 'note') }),
    'programs.good-time-lost': (entry) => ({
      title: t`Good time lost`,
      detail: [t`${text(entry, 'days')} days`, text(entry, 'reason')].filter(Boolean).join(' · '),
    }),
    'programs.good-time-put-right': (entry) => ({
      title: t`Good time lost, put right`,
      detail: [t`lost in truth: ${text(entry, 'days')} days`, text(entry, 'reason')]
        .filter(Boolean)
        .join(' · '),
    }),
    'programs.commitment-joined': (entry) => ({
      title: t`Commitment joined the enrolment`,
      detail: text(entry, 'number'),
    }),
    'programs.worksheet-computed': (entry) => ({
      title: t`Adjusted sentence computed`,
      detail: t`${text(entry, 'days')} days, worksheet ${text(entry, 'worksheet')}`,
    }),
    'programs.worksheet-not-computed': () => ({ title: t`The sentence could not be computed` }),
    'intake.appointment-booked': (entry) => ({
      title: entry.about.moved === true ? t`Appointment moved` : t`Appointment made`,
      detail: momentInWords(text(entry, 'startsAt'), agency.timeZone, i18n.locale),
    }),
    'intake.arrived': () => ({ title: t`Arrived for the appointment` }),
    'intake.appointment-cancelled': (entry) => ({
      title: t`Appointment canceled`,
      detail: text(entry, 'reason'),
    }),
    'intake.appointment-no-show': () => ({ title: t`Did not come to the appointment` }),
    'intake.appointment-stopped': (entry) => ({ title: t`Interview stopped`, detail: text(entry, 'reason') }),
    'intake.application-signed': (entry) => ({
      title: entry.about.incomplete === true ? t`Application taken, incomplete` : t`Application signed`,
    }),
    'intake.print-recorded': (entry) => ({
      title: t`Prints and history`,
      detail: printInWords(text(entry, 'print')),
    }),
    'intake.screening-decided': (entry) => ({
      title: text(entry, 'decision') === 'admit' ? t`Screening: admitted` : t`Screening: denied`,
    }),
    'intake.booked': () => ({ title: t`Booking finished` }),
    'work.contract-made': (entry) => ({
      title: t`Work contract, version ${text(entry, 'version')}`,
      detail: text(entry, 'reason'),
    }),
    'work.attendance-marked': (entry) => ({
      title: t`Attendance: ${marks[text(entry, 'mark')] ?? text(entry, 'mark')}`,
      detail: entry.about.corrected === true ? t`corrected later` : '',
    }),
    'work.early-start-allowed': (entry) => ({
      title: t`An early first day was allowed`,
      detail: text(entry, 'reason'),
    }),
    'work.circumstances-noted': () => ({ title: t`Circumstances for scheduling noted` }),
    'work.missed-day-answered': (entry) => ({ title: t`Missed day answered`, detail: text(entry, 'reason') }),
    'home.place-approved': (entry) => ({
      title: t`Place approved: ${text(entry, 'name')}`,
      detail: text(entry, 'address'),
    }),
    'home.place-ended': (entry) => ({
      title: t`Place no longer approved: ${text(entry, 'name')}`,
      detail: text(entry, 'reason'),
    }),
    'home.waiting': () => ({ title: t`Put on the waiting list of home detention` }),
    'home.place-given': (entry) => ({
      title: t`Place in home detention given`,
      detail: text(entry, 'reason'),
    }),
    'home.deputy-named': (entry) => ({ title: t`Deputy named`, detail: text(entry, 'name') }),
    'home.condition-set': (entry) => ({
      title: t`Condition set: ${text(entry, 'content')}`,
      detail: text(entry, 'order'),
    }),
    'home.condition-ended': (entry) => ({
      title: t`Condition ended: ${text(entry, 'content')}`,
      detail: text(entry, 'reason'),
    }),
    'home.absence-kinds-set': (entry) => ({ title: t`Kinds of absence set`, detail: text(entry, 'why') }),
    'home.evaluation-opened': () => ({ title: t`Evaluation of the home opened` }),
    'home.evaluation-accepted': (entry) => ({ title: t`Home accepted`, detail: text(entry, 'reason') }),
    'home.evaluation-refused': (entry) => ({ title: t`Home refused`, detail: text(entry, 'reason') }),
    'home.contract-signed': (entry) => ({
      title: t`Program contract signed`,
      detail: t`Version ${text(entry, 'number')}`,
    }),
    'home.zone-drawn': (entry) => ({
      title: t`Zone drawn: ${text(entry, 'name')}`,
      detail: text(entry, 'why'),
    }),
    'home.zone-changed': (entry) => ({
      title: t`Zone changed: ${text(entry, 'name')}`,
      detail: text(entry, 'why'),
    }),
    'home.zone-ended': (entry) => ({
      title: t`Zone taken off: ${text(entry, 'name')}`,
      detail: text(entry, 'why'),
    }),
    'home.schedule-changed': (entry) => ({ title: t`Weekly hours set`, detail: text(entry, 'why') }),
    'home.exception-granted': (entry) => ({
      title: t`Exception from ${text(entry, 'name')}`,
      detail: text(entry, 'why'),
    }),
    'home.leave-asked': () => ({ title: t`Leave asked for` }),
    'home.leave-granted': () => ({ title: t`Leave granted` }),
    'home.leave-denied': () => ({ title: t`Leave denied` }),
    'home.leave-ended': () => ({ title: t`Leave ended` }),
    'equipment.fitted': (entry) => ({ title: t`Unit fitted`, detail: text(entry, 'serial') }),
    'equipment.removed': (entry) => ({
      title: t`Unit taken off`,
      detail: `${text(entry, 'serial')} · ${removalInWords(text(entry, 'code'))}`,
    }),
    'money.fees-assessed': (entry) => ({ title: t`Fees assessed`, detail: money(entry, 'chargedCents') }),
    'money.payment-recorded': (entry) => ({
      title: t`Payment ${money(entry, 'amountCents')}`,
      detail: t`Receipt ${text(entry, 'number')}, ${forms[text(entry, 'form')] ?? ''}`,
    }),
    'money.payment-voided': (entry) => ({
      title: t`Payment voided`,
      detail: t`Receipt ${text(entry, 'number')} · ${text(entry, 'reason')}`,
    }),
    'money.fee-corrected': (entry) => ({ title: t`Fee corrected`, detail: text(entry, 'reason') }),
    'money.refund-recorded': (entry) => ({
      title: t`Refund ${money(entry, 'netCents')}`,
      detail: text(entry, 'reason'),
    }),
    'money.balance-vacated': (entry) => ({ title: t`Balance vacated`, detail: text(entry, 'reason') }),
    'money.waiver-asked': (entry) => ({ title: t`Fee waiver asked for`, detail: money(entry, 'askedCents') }),
    'money.waiver-decided': (entry) => ({
      title: t`Fee waiver decided`,
      detail: money(entry, 'waivedCents'),
    }),
    'money.date-agreed': (entry) => ({ title: t`Payment date agreed`, detail: text(entry, 'payBy') }),
    'money.interview-put-off': () => ({ title: t`Interview put off until the fees are brought` }),
  }
  return (entry) =>
    words[entry.kind]?.(entry) ?? { title: entry.kind.replace('.', ': ').replaceAll('-', ' ') }
}
