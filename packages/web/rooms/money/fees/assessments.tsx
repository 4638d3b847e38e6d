import { Trans } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import type { Statement } from '../words.ts'
import { FeeLines } from './fee-lines.tsx'
import css from './fees.module.css'

type Assessment = Statement['assessments'][number]

/** How the fees were reckoned: the newest in sight, the earlier ones kept below it. */
export function Assessments({ statement }: { statement: Statement }) {
  const [newest, ...earlier] = statement.assessments
  if (!newest) return null
  return (
    <section aria-labelledby="assessed" className={css.part}>
      <h2 id="assessed">
        <Trans>How the fees were reckoned</Trans>
      </h2>
      <One assessment={newest} />
      {earlier.length > 0 && (
        <details>
          <summary>
            <Trans>Earlier assessments: {earlier.length}</Trans>
          </summary>
          {earlier.map((assessment) => (
            <One key={assessment.id} assessment={assessment} />
          ))}
        </details>
      )}
    </section>
  )
}

function One({ assessment }: { assessment: Assessment }) {
  return (
    <article className={css.part}>
      <p className={css.soft}>
        {assessment.occasion === 'intake' ? (
          <Trans>
            Assessed on <Day day={assessment.onDay} /> by {assessment.by ?? ''}, from worksheet{' '}
            {assessment.worksheetNumber ?? 0}
          </Trans>
        ) : (
          <Trans>
            Re-scheduled days, assessed on <Day day={assessment.onDay} />
          </Trans>
        )}
        {assessment.ratesOn !== assessment.onDay && (
          <>
            {'. '}
            <Trans>
              At the amounts of <Day day={assessment.ratesOn} />, when they were first assessed.
            </Trans>
          </>
        )}
        {assessment.printedCents !== assessment.chargedCents && (
          <>
            {'. '}
            <Trans>
              The policy prints <Amount cents={assessment.printedCents} />;{' '}
              <Amount cents={assessment.chargedCents} /> is charged.
            </Trans>
          </>
        )}
      </p>
      <FeeLines lines={assessment.lines} version={assessment.packVersion} />
    </article>
  )
}
