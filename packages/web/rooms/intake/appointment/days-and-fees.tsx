import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { BasisBanner } from '../../money/basis-banner.tsx'
import type { AppointmentPage } from '../queries.ts'
import css from './appointment.module.css'

/** The days and fees that the person is told with the appointment (WAP-SENT.1). */
export function DaysAndFees({ id, page }: { id: string; page: AppointmentPage }) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="days-and-fees" className={css.part}>
      <h2 id="days-and-fees">
        <Trans>Days and fees</Trans>
      </h2>
      {page.adjustedDays === null ? (
        <Empty title={t`The adjusted sentence is not computed yet`}>
          <Trans>
            <Link to="/enrolments/$id/worksheet" params={{ id }}>
              Compute the worksheet
            </Link>{' '}
            first: the person is told the days and the fees with the appointment.
          </Trans>
        </Empty>
      ) : (
        <p className={css.days}>
          <Plural value={page.adjustedDays} one="# day to serve" other="# days to serve" />
          {page.releaseDay && (
            <span className={css.soft}>
              {' '}
              <Trans>
                until <Day day={page.releaseDay} />
              </Trans>
            </span>
          )}
        </p>
      )}
      {page.fees && <Fees fees={page.fees} />}
      <PaymentForms page={page} />
      <Because clause="WAP-SENT.1">
        <Trans>the adjusted sentence and the fees are computed when the appointment is made.</Trans>
      </Because>
    </section>
  )
}

function Fees({ fees }: { fees: NonNullable<AppointmentPage['fees']> }) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <>
      <BasisBanner basis={fees.basis} />
      <table className={css.fees}>
        <caption className="only-heard">{t`Fees to be told`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Fee`}</th>
            <th scope="col" className={css.end}>
              {t`Charged`}
            </th>
          </tr>
        </thead>
        <tbody>
          {fees.lines.map((line) => (
            <tr key={line.label.en}>
              <th scope="row">
                {said(line.label)}{' '}
                <span className={css.soft}>
                  {line.quantity} × <Amount cents={line.unitCents} /> · {line.clause}
                  {line.chargedCents !== line.amountCents && <> · {said(line.reason)}</>}
                </span>
              </th>
              <td className={css.end}>
                <Amount cents={line.chargedCents} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t`Together`}</th>
            <td className={css.end}>
              <Amount cents={fees.chargedCents} />
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}

function PaymentForms({ page }: { page: AppointmentPage }) {
  const said = useSaid()
  if (page.fees && page.fees.chargedCents === 0) return null
  const forms = page.paymentForms.map(said).join(', ')
  return (
    <p>
      <Trans>Paid in one of these forms: {forms}.</Trans>
    </p>
  )
}
