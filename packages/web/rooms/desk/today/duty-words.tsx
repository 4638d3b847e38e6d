import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { dayInWords, timeInWords } from '../../../parts/day/format.ts'
import { openedNames } from '../../home/parts/detention-words.ts'
import { useAlarmRoomWords } from './alarm-room-words.tsx'
import { useParameterQuestion } from './parameter-question.ts'

/** One open duty as the office tells it. */
export type Duty = {
  dueOn: string | null
  personId: string | null
  personName: string | null
  enrolmentId: string | null
  subjectId: string | null
  detail: Record<string, string | number | null>
}

/** What a kind of duty is called, what its button says, and where that leads. */
export type DutyWords = {
  title: string
  action: string
  to: (duty: Duty) => string
  /** What is asked of that page in its address. */
  search?: (duty: Duty) => Record<string, string>
  /** What is special about this one. */
  about?: (duty: Duty) => string
  /** A sign ahead of it: how grave. */
  mark?: (duty: Duty) => ReactNode
  /** Until when or since when; the day it has been due since without it. */
  due?: (duty: Duty) => ReactNode
}

const enrolment = (page: string) => (duty: Duty) => `/enrolments/${duty.enrolmentId}${page}`

/** The words of every duty, by kind. A kind without words is shown by its code, so that none can hide. */
export function useDutyWords(): Record<string, DutyWords> {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const question = useParameterQuestion()
  const alarmRoom = useAlarmRoomWords()
  const docket = (duty: Duty) => t`Docket ${duty.detail.docket ?? ''}`
  const number = (duty: Duty) => String(duty.detail.number ?? '')
  const cents = (duty: Duty) => amountInWords(Number(duty.detail.cents ?? 0), i18n.locale)
  const week = (duty: Duty) =>
    t`${duty.detail.site ?? ''}, week of ${dayInWords(String(duty.detail.week), i18n.locale)}`
  const days = (duty: Duty) => t`${plural(Number(duty.detail.days ?? 0), { one: '# day', other: '# days' })}`
  const because = (code: string) =>
    code in openedNames ? i18n._(openedNames[code as keyof typeof openedNames]) : code
  const roster = (duty: Duty) => `/rosters/${duty.subjectId}/${duty.detail.week}`
  return {
    'unit-to-fit': {
      title: t`Serving at home with no unit`,
      action: t`Fit a unit`,
      to: enrolment('/home'),
      about: number,
    },
    'home-zone-to-draw': {
      title: t`Unit worn, no home zone in force`,
      action: t`Put home zone in force`,
      to: (duty) => enrolment(duty.subjectId ? '/hours' : '/zones/new')(duty),
      about: (duty) =>
        duty.detail.zone ? t`${duty.detail.zone}: the hours of the week never put it in force` : number(duty),
    },
    'commitment-to-open': {
      title: t`Commitments received`,
      action: t`Check commitment`,
      to: (duty) => `/commitments/${duty.subjectId}`,
      about: docket,
    },
    'court-has-not-answered': {
      title: t`The court has not answered for a week`,
      action: t`Open commitment`,
      to: (duty) => `/commitments/${duty.subjectId}`,
      about: docket,
    },
    'original-owed': {
      title: t`Original or certified copy still owed`,
      action: t`Record original`,
      to: (duty) => `/commitments/${duty.subjectId}`,
      about: docket,
    },
    'worksheet-to-compute': {
      title: t`Adjusted sentence to compute`,
      action: t`Compute sentence`,
      to: enrolment('/worksheet'),
      about: number,
    },
    'appointment-to-make': {
      title: t`Appointments to make`,
      action: t`Make appointment`,
      to: enrolment('/appointment'),
      about: number,
    },
    'appointment-today': {
      title: t`Appointments today`,
      action: t`Open day`,
      to: () => '/appointments',
      about: (duty) => timeInWords(String(duty.detail.time), agency.timeZone, i18n.locale),
    },
    'appointment-passed': {
      title: t`Appointments that passed without a word`,
      action: t`Record what happened`,
      to: enrolment('/appointment'),
    },
    'screening-to-prepare': {
      title: t`Screenings to prepare`,
      action: t`Answer questions`,
      to: enrolment('/screening'),
      about: number,
    },
    'screening-to-decide': {
      title: t`Screenings to decide`,
      action: t`Decide`,
      to: enrolment('/screening'),
      about: number,
    },
    'booking-to-finish': {
      title: t`Bookings to finish`,
      action: t`Finish booking`,
      to: enrolment('/booking'),
      about: number,
    },
    'home-to-prepare': {
      title: t`Home detentions to prepare`,
      action: t`Prepare home detention`,
      to: enrolment('/home'),
      about: number,
    },
    'home-to-evaluate': {
      title: t`Homes to evaluate again`,
      action: t`Evaluate the home`,
      to: enrolment('/home/evaluation'),
      about: (duty) => because(String(duty.detail.because)),
    },
    'zone-to-draw-again': {
      title: t`Zones drawn around an address that ended`,
      action: t`Draw zone again`,
      to: (duty) => `/enrolments/${duty.enrolmentId}/zones/${duty.subjectId}`,
      about: (duty) => `${duty.detail.zone ?? ''}, ${duty.detail.address ?? ''}`,
    },
    'leave-to-decide': {
      title: t`Leave to decide`,
      action: t`Decide leave`,
      to: (duty) => `/leave/${duty.subjectId}`,
      about: number,
    },
    'unit-to-take-off': {
      title: t`Units to take off`,
      action: t`Take unit off`,
      to: enrolment('/home'),
      about: (duty) => `${duty.detail.unit ?? ''}`,
    },
    'days-to-schedule': {
      title: t`Work days to schedule`,
      action: t`Schedule days`,
      to: enrolment('/schedule'),
      about: days,
    },
    'payment-date-passed': {
      title: t`Agreed payment date has passed`,
      action: t`Open fees`,
      to: enrolment('/fees'),
      about: cents,
    },
    'waiver-to-decide': {
      title: t`Waivers to decide`,
      action: t`Decide waiver`,
      to: (duty) => `/waivers/${duty.subjectId}`,
      about: (duty) => (duty.detail.cents === null ? t`all that is owed` : cents(duty)),
    },
    'roster-to-send': {
      title: t`Rosters to send for next week`,
      action: t`Open roster`,
      to: roster,
      about: week,
    },
    'attendance-to-enter': {
      title: t`Attendance to enter`,
      action: t`Enter attendance`,
      to: roster,
      about: week,
    },
    'missed-day-to-answer': {
      title: t`Missed days without an answer`,
      action: t`Answer missed day`,
      to: enrolment('/contract'),
    },
    'completion-to-record': {
      title: t`All days served: completions to record`,
      action: t`Record completion`,
      to: enrolment(''),
      about: days,
    },
    'case-to-return': {
      title: t`Sentences over before a unit was put on`,
      action: t`Check case`,
      to: enrolment(''),
      about: number,
    },
    'parameter-to-approve': {
      title: t`Parameters to approve`,
      action: t`Open parameters`,
      to: () => '/parameters',
      about: (duty) => question(String(duty.detail.name ?? '')),
    },
    'account-locked': {
      title: t`Locked accounts`,
      action: t`Release account`,
      to: () => '/accounts',
      about: (duty) => String(duty.detail.name ?? ''),
    },
    'paper-failed': {
      title: t`Papers that could not be made`,
      action: t`Open person`,
      to: (duty) => (duty.personId ? `/people/${duty.personId}` : '/'),
      about: (duty) => String(duty.detail.title ?? ''),
    },
    ...alarmRoom,
  }
}
