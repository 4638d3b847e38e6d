import { useLingui } from '@lingui/react/macro'
import { Day } from '../../../parts/day/day.tsx'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'
import css from './enrolment.module.css'

type Step = Enrolment['steps'][number]

/** What has happened in a case, the latest first. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useLingui()
  const names: Record<Step['kind'], string> = {
    opened: t`Opened`,
    appointed: t`Appointment made`,
    applied: t`Application taken`,
    accepted: t`Accepted`,
    denied: t`Denied`,
    booked: t`Booked`,
    scheduled: t`Days scheduled`,
    completed: t`Completed`,
    'returned-to-court': t`Returned to court`,
    withdrawn: t`Withdrawn`,
    reopened: t`Reopened`,
  }
  return (
    <ol className={css.rows}>
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.kind}`}>
          <strong>{names[step.kind]}</strong> <Day day={step.onDay} />
          <div className={css.soft}>{[step.byName, step.note].filter(Boolean).join(' · ')}</div>
        </li>
      ))}
    </ol>
  )
}
