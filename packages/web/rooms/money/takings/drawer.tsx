import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import feesCss from '../fees/fees.module.css'
import { formNames, type TakingsOfDay } from '../words.ts'
import css from './takings.module.css'

/** What should lie in the drawer, by form of payment, so that it can be counted. */
export function Drawer({ takings }: { takings: TakingsOfDay }) {
  const { t } = useLingui()
  const label = useLabel()
  return (
    <section aria-labelledby="drawer" className={`${css.part} ${css.drawer}`}>
      <h2 id="drawer">
        <Trans>In the drawer</Trans>
      </h2>
      <div className={feesCss.frame}>
        <table className={feesCss.table}>
          <caption className="only-heard">{t`Takings by form of payment`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Form of payment`}</th>
              <th scope="col" className={feesCss.end}>{t`Receipts`}</th>
              <th scope="col" className={feesCss.end}>{t`Taken`}</th>
              <th scope="col" className={feesCss.end}>{t`Voided`}</th>
              <th scope="col" className={feesCss.end}>{t`Should be there`}</th>
            </tr>
          </thead>
          <tbody>
            {takings.forms.map((form) => (
              <tr key={form.form}>
                <td data-title={t`Form of payment`}>{label(formNames[form.form])}</td>
                <td data-title={t`Receipts`} className={feesCss.end}>
                  {form.receipts}
                </td>
                <td data-title={t`Taken`} className={feesCss.end}>
                  <Amount cents={form.takenCents} />
                </td>
                <td data-title={t`Voided`} className={feesCss.end}>
                  <Amount cents={form.voidedCents} />
                </td>
                <td data-title={t`Should be there`} className={feesCss.end}>
                  <Amount cents={form.netCents} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                <Trans>Together</Trans>
              </th>
              <td data-title={t`Should be there`} className={feesCss.end}>
                <Amount cents={takings.netCents} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}
