import type { paths } from '../../api/schema.gen.ts'
import { enrolmentKey } from '../programs/enrolment-header/use-enrolment.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A day of the office as it is shown at the desk. */
export type OfficeDay = Answer<'/api/intake/days/{day}'>
export type DueAppointment = OfficeDay['appointments'][number]
/** Days with their appointment times, for choosing one. */
export type SlotDays = Answer<'/api/intake/slots'>['days']
export type Slot = SlotDays[number]['slots'][number]
export type Lounge = Answer<'/api/intake/lounge'>
export type Hours = Answer<'/api/intake/hours'>
export type AppointmentPage = Answer<'/api/intake/enrolments/{id}/appointments'>
export type Appointment = NonNullable<AppointmentPage['open']>
export type ApplicationPage = Answer<'/api/intake/enrolments/{id}/application'>
export type PrintsPage = Answer<'/api/intake/enrolments/{id}/prints'>
export type PrintKind = PrintsPage['records'][number]['kind']
export type ScreeningPage = Answer<'/api/intake/enrolments/{id}/screening'>
export type BookingPage = Answer<'/api/intake/enrolments/{id}/booking'>

/** Keys of what is asked of the office. Those of a case are read again with its enrolment. */
export const keys = {
  day: (day: string) => ['intake', 'day', day] as const,
  days: ['intake', 'day'] as const,
  slots: (from: string) => ['intake', 'slots', from] as const,
  allSlots: ['intake', 'slots'] as const,
  lounge: ['intake', 'lounge'] as const,
  hours: ['intake', 'hours'] as const,
  ofCase: (id: string, page: 'appointment' | 'application' | 'prints' | 'screening' | 'booking') =>
    [...enrolmentKey(id), 'intake', page] as const,
}
