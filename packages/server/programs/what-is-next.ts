import type { ProgramRun } from './program.ts'
import type { HomeZone } from './served-at-home.ts'
import { type EnrolmentState, isEnded } from './steps.ts'

/** The pages of a case, in the order in which it goes through them. */
export const casePages = [
  'worksheet',
  'appointment',
  'application',
  'screening',
  'booking',
  'fees',
  'schedule',
  'contract',
  'home',
] as const

export type CasePage = (typeof casePages)[number]

/** How a sentence is served; it says which pages a case has. */
export type Served = ProgramRun['served']

const pagesOf: Readonly<Record<Served, readonly CasePage[]>> = {
  'by-work': casePages.filter((page) => page !== 'home'),
  'at-home': ['worksheet', 'appointment', 'application', 'screening', 'home', 'fees'],
}

/** What is to be done next; each is one button. */
export const nextKinds = [
  'follow-modification',
  'join-commitment',
  'compute-worksheet',
  'settle-worksheet',
  'choose-reading',
  'make-appointment',
  'take-application',
  'screen',
  'book',
  'assess-fees',
  'schedule',
  'schedule-rest',
  'work',
  'prepare-home',
  'fit-unit',
  'draw-home-zone',
  'supervise',
  'take-unit-off',
  'return-unserved',
  'complete',
  'nothing',
] as const

export type NextKind = (typeof nextKinds)[number]

/** `commitment`: which paper it is about; null where it is about none. */
export interface Next {
  kind: NextKind
  commitment: string | null
}

/** Everything that decides what is next. */
export interface Standing {
  served: Served
  state: EnrolmentState
  worksheet: { kind: 'worksheet' | 'cannot-compute'; readingAsked: boolean } | null
  /** Papers of the person that are in no enrolment, oldest first. */
  waiting: readonly { id: string; isModification: boolean | null }[]
  fees: 'not-assessed' | 'owed' | 'settled'
  contract: { openDays: number; creditedDays: number; owedDays: number } | null
  /** Served at home: whether the last day has come, or nothing was left to serve; the units worn; null: by work. */
  atHome: { isOver: boolean; isNothingLeft: boolean; worn: number; homeZone: HomeZone } | null
}

/**
 * The one thing to do next in a case. A new order of a court comes first, then what the number of days stands
 * on, then the next step.
 */
export function whatIsNext(standing: Standing): Next {
  // Who has left the program and still wears a unit goes on being followed.
  if (isEnded(standing.state)) return next((standing.atHome?.worn ?? 0) > 0 ? 'take-unit-off' : 'nothing')
  const order = standing.waiting.find((paper) => paper.isModification) ?? standing.waiting[0]
  if (order) return next(order.isModification ? 'follow-modification' : 'join-commitment', order.id)
  return worksheetFirst(standing.worksheet) ?? nextStep(standing)
}

function worksheetFirst(worksheet: Standing['worksheet']): Next | null {
  if (!worksheet) return next('compute-worksheet')
  if (worksheet.kind === 'cannot-compute') return next('settle-worksheet')
  return worksheet.readingAsked ? next('choose-reading') : null
}

function nextStep({ served, state, fees, contract, atHome }: Standing): Next {
  switch (state) {
    case 'opened':
      return next('make-appointment')
    case 'appointed':
      return next('take-application')
    case 'applied':
      return next('screen')
    case 'accepted':
      return served === 'at-home' ? beforePlacing(atHome) : next('book')
    case 'booked':
      if (served === 'at-home') return beforePlacing(atHome)
      return next(fees === 'not-assessed' ? 'assess-fees' : 'schedule')
    default:
      return served === 'at-home' ? whileAtHome(atHome) : whileWorking(contract)
  }
}

function beforePlacing(atHome: Standing['atHome']): Next {
  if (!atHome?.isOver) return next('prepare-home')
  // No unit is put on any more; and nothing was served at home, so the case is complete only where nothing was left (SWR-3, own).
  return next(atHome.isNothingLeft ? 'complete' : 'return-unserved')
}

function whileAtHome(atHome: Standing['atHome']): Next {
  // Nobody who serves at home is followed without a unit: another one comes before everything else (EMP-0.1).
  if (atHome?.isOver) return next(atHome.worn > 0 ? 'take-unit-off' : 'complete')
  if (atHome?.worn === 0) return next('fit-unit')
  // Without a home zone the watch says nothing when the person leaves home.
  return next(atHome?.homeZone === 'in-force' ? 'supervise' : 'draw-home-zone')
}

function whileWorking(contract: Standing['contract']): Next {
  if (!contract) return next('schedule')
  const { openDays, creditedDays, owedDays } = contract
  if (openDays === 0 && creditedDays >= owedDays) return next('complete')
  return next(creditedDays + openDays < owedDays ? 'schedule-rest' : 'work')
}

const next = (kind: NextKind, commitment: string | null = null): Next => ({ kind, commitment })

const pageOf: Readonly<Partial<Record<NextKind, CasePage>>> = {
  'compute-worksheet': 'worksheet',
  'settle-worksheet': 'worksheet',
  'choose-reading': 'worksheet',
  'make-appointment': 'appointment',
  'take-application': 'application',
  screen: 'screening',
  book: 'booking',
  'assess-fees': 'fees',
  schedule: 'schedule',
  'schedule-rest': 'schedule',
  'prepare-home': 'home',
  'fit-unit': 'home',
  'draw-home-zone': 'home',
  'take-unit-off': 'home',
}

/** Where a page of the case stands: done, the one to go to now, or later. */
export interface CasePageState {
  page: CasePage
  state: 'done' | 'now' | 'later'
}

/** The pages of the case with where each stands. */
export function casePath(standing: Standing, taken: ReadonlySet<string>): CasePageState[] {
  const now = pageOf[whatIsNext(standing).kind]
  return pagesOf[standing.served].map((page) => ({
    page,
    state: page === now ? 'now' : isDone(page, standing, taken) ? 'done' : 'later',
  }))
}

/** Taken: the kinds of the steps recorded so far. */
function isDone(page: CasePage, standing: Standing, taken: ReadonlySet<string>): boolean {
  switch (page) {
    case 'worksheet':
      return standing.worksheet?.kind === 'worksheet' && !standing.worksheet.readingAsked
    case 'appointment':
      return taken.has('appointed')
    case 'application':
      return taken.has('applied')
    case 'screening':
      return taken.has('accepted') || taken.has('denied')
    case 'booking':
      return taken.has('booked')
    case 'fees':
      return standing.fees === 'settled'
    case 'schedule':
    case 'contract':
      return taken.has('scheduled')
    case 'home':
      return taken.has('placed')
  }
}
