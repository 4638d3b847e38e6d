import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import css from './enrolment-header.module.css'
import type { CasePage, Enrolment } from './use-enrolment.ts'

const addresses = {
  worksheet: '/enrolments/$id/worksheet',
  appointment: '/enrolments/$id/appointment',
  application: '/enrolments/$id/application',
  screening: '/enrolments/$id/screening',
  booking: '/enrolments/$id/booking',
  fees: '/enrolments/$id/fees',
  schedule: '/enrolments/$id/schedule',
  contract: '/enrolments/$id/contract',
  home: '/enrolments/$id/home',
} as const satisfies Record<CasePage, string>

/** The address of each page of a case, with `$id` for the enrolment. */
export const caseAddress = (page: CasePage) => addresses[page]

const shapes = { done: '✓', now: '▶', later: '' } as const

/** The steps of the case as links; shape and word say where each stands. */
export function CaseSteps({ enrolment, page }: { enrolment: Enrolment; page: CasePage | 'overview' }) {
  const { t } = useLingui()
  const may = useMay()
  const names: Record<CasePage, string> = {
    worksheet: t`Worksheet`,
    appointment: t`Appointment`,
    application: t`Application`,
    screening: t`Screening`,
    booking: t`Booking`,
    fees: t`Fees`,
    schedule: t`Site and days`,
    contract: t`Contract`,
    home: t`Home detention`,
  }
  const states = { done: t`done`, now: t`next`, later: t`not yet` }
  return (
    <nav aria-label={t`Steps of this case`} className="not-printed">
      <ol className={css.steps}>
        {enrolment.path
          .filter(
            ({ page: step }) => (step !== 'fees' || may('fee.read')) && (step !== 'home' || may('home.read')),
          )
          .map(({ page: step, state }) => (
            <li key={step} className={css[state]}>
              <Link
                to={addresses[step]}
                params={{ id: enrolment.id }}
                aria-current={step === page ? 'page' : undefined}
              >
                <span aria-hidden="true" className={css.shape}>
                  {shapes[state]}
                </span>
                {names[step]} <span className="only-heard">{states[state]}</span>
              </Link>
            </li>
          ))}
      </ol>
    </nav>
  )
}
