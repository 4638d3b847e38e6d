import { useLingui } from '@lingui/react/macro'
import type { Enrolment } from '../enrolment-header/use-enrolment.ts'

/** Why a case goes back to court. */
export type ReturnReason = NonNullable<Enrolment['steps'][number]['returned']>['reason']

/** The reasons of a return as words. `isHome`: from home detention. */
export function useReturnWords(isHome = false): Record<ReturnReason, string> {
  const { t } = useLingui()
  return {
    'days-missed': t`Days missed or left incomplete without excuse`,
    'rules-broken': isHome
      ? t`Rules of home detention were not followed`
      : t`Program rules not followed, with formal disciplinary action`,
    'law-or-probation-violated': t`A violation of law or probation`,
    'court-asked': t`The court asked for the case back`,
    'cannot-work': t`The person cannot do the work`,
    'fees-not-paid': t`Fees were not paid`,
    other: t`Another reason, given in the note`,
  }
}
