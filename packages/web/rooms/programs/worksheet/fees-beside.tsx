import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { Fees } from './use-worksheet.ts'
import css from './worksheet.module.css'

type Line = Fees['lines'][number]

/** The fees that go with these days, each with its authority and what became of it. They are kept with the money. */
export function FeesBeside({ id, fees }: { id: string; fees: Fees }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <section aria-labelledby="fees" className={css.part}>
      <h2 id="fees">
        <Trans>Fees beside it</Trans>
      </h2>
      {fees.basis === 'as-the-source-reads' && (
        <Alert type="info" slim>
          <AlertText>
            <Trans>This office charges as the source reads. A real office applies the repeal.</Trans>
          </AlertText>
        </Alert>
      )}
      <table className={css.fees}>
        <caption className="only-heard">{t`Fees that go with these days`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Fee`}</th>
            <th scope="col">{t({ message: 'Times', context: 'how often' })}</th>
            <th scope="col" className={css.end}>{t`As printed`}</th>
            <th scope="col" className={css.end}>{t`Charged`}</th>
          </tr>
        </thead>
        <tbody>
          {fees.lines.map((line) => (
            <FeeLine key={line.code} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr className={css.result}>
            <th scope="row" colSpan={2}>{t`Together`}</th>
            <td data-title={t`As printed`} className={css.end}>
              <Amount cents={fees.printedCents} />
            </td>
            <td data-title={t`Charged`} className={css.end}>
              <Amount cents={fees.chargedCents} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={css.soft}>
        <Trans>
          As they stand on <Day day={fees.on} />; nothing is assessed here.
        </Trans>{' '}
        {may('fee.read') && (
          <Link to="/enrolments/$id/fees" params={{ id }} className="not-printed">
            <Trans>See the fees of this case</Trans>
          </Link>
        )}
      </p>
    </section>
  )
}

function FeeLine({ line }: { line: Line }) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <tr>
      <th scope="row" data-title={t`Fee`}>
        {said(line.name)}
        <div className={css.why}>
          <Because clause={line.clause} own={line.own}>
            {said(line.because)}
          </Because>
          {line.repeal && (
            <p>
              {said(line.repeal.text)}
              {line.chargeable && <>. {t`Not applied here: this office charges as the source reads.`}</>}
            </p>
          )}
          <p>{[line.authority, line.resolution, line.statute].filter(Boolean).join(' · ')}</p>
        </div>
      </th>
      <td data-title={t({ message: 'Times', context: 'how often' })} className={css.times}>
        <span>
          {line.quantity} × <Amount cents={line.unitCents} />
        </span>
      </td>
      <td data-title={t`As printed`} className={css.end}>
        <Amount cents={line.amountCents} struck={line.chargedCents !== line.amountCents} />
      </td>
      <td data-title={t`Charged`} className={css.end}>
        <Amount cents={line.chargedCents} />
      </td>
    </tr>
  )
}
