import { useLingui } from '@lingui/react/macro'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { MadePaper } from '../../work-release/parts/made-paper.tsx'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'
import css from './enrolment.module.css'
import { useReturnWords } from './return-words.ts'

type Step = Enrolment['steps'][number]

const isToCustody = ({ returned }: Step): boolean => returned !== null && returned.reason !== 'court-asked'

/** What has happened in a case, the latest first. */
export function Steps({ steps, isHome }: { steps: readonly Step[]; isHome: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  const reasons = useReturnWords(isHome)
  const names: Record<Step['kind'], string> = {
    opened: t`Opened`,
    appointed: t`Appointment made`,
    applied: t`Application taken`,
    accepted: t`Accepted`,
    denied: t`Denied`,
    booked: t`Booked`,
    scheduled: t`Days scheduled`,
    placed: t`Detention at home began`,
    completed: t`Completed`,
    'returned-to-court': t`Returned to court`,
    withdrawn: t`Withdrawn`,
    reopened: t`Reopened`,
  }
  return (
    <ol className={css.rows}>
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.kind}`}>
          <strong>{isHome && isToCustody(step) ? t`Returned to custody` : names[step.kind]}</strong>{' '}
          <Day day={step.onDay} />
          <div className={css.soft}>
            {[step.byName, step.returned && reasons[step.returned.reason], step.note]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {step.returned && may('paper.read') && (
            <div>
              <MadePaper documentId={step.returned.courtDocument}>
                {isHome ? t`Paper of the return` : t`Paper for the court`}
              </MadePaper>{' '}
              {step.returned.bureauDocument && (
                <MadePaper documentId={step.returned.bureauDocument}>
                  {t`Note to the identification bureau`}
                </MadePaper>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
