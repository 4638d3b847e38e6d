import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { BasisBanner } from '../basis-banner.tsx'
import { ReceiptList } from '../receipts/receipt-list.tsx'
import { type Statement, statementKey } from '../words.ts'
import { AssessFees } from './assess-fees.tsx'
import { Assessments } from './assessments.tsx'
import { Balance } from './balance.tsx'
import css from './fees.module.css'
import { NotBrought } from './not-brought.tsx'
import { PayBack } from './pay-back.tsx'
import { StatementTable } from './statement-table.tsx'
import { TakeOff } from './take-off.tsx'
import { TakePayment } from './take-payment.tsx'
import { Taken } from './taken.tsx'
import { WaiverList } from './waiver-list.tsx'

const route = getRouteApi('/staff/enrolments/$id/fees')

/** The money of one enrolment: what is owed and why, and the one thing to do about it. */
export function Fees() {
  const { t } = useLingui()
  const may = useMay()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: statementKey(id),
    queryFn: () => answer(api.GET('/api/money/enrolments/{id}/statement', { params: { path: { id } } })),
  })
  useLiveQuery(['money.*', 'programs.worksheet-computed', 'platform.document-*'], statementKey(id))
  return (
    <Page
      title={query.data ? t`Fees of ${query.data.person}` : t`Fees`}
      lead={may('enrolment.read') ? undefined : query.data?.enrolmentNumber}
      actions={
        query.data &&
        query.data.lines.length > 0 && (
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print statement</Trans>
          </Button>
        )
      }
    >
      {may('enrolment.read') && <EnrolmentHeader id={id} page="fees" />}
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the statement…`}</p>}
      {query.data && <Matter statement={query.data} />}
    </Page>
  )
}

function Matter({ statement }: { statement: Statement }) {
  const may = useMay()
  const [taken, setTaken] = useState<string>()
  const owes = statement.balanceCents > 0
  return (
    <>
      <BasisBanner basis={statement.basis} />
      <div className={css.columns}>
        <div className={css.now}>
          <Balance statement={statement} />
          {may('fee.assess') && <AssessFees statement={statement} />}
        </div>
        <div className={`${css.side} not-printed`}>
          {owes && statement.barred && may('fee.assess') && <TakeOff statement={statement} />}
          {owes && !statement.barred && may('payment.record') && (
            <TakePayment statement={statement} onTaken={setTaken} />
          )}
          <Taken receipt={statement.receipts.find((receipt) => receipt.id === taken)} />
          {statement.heldCents > 0 && may('payment.correct') && <PayBack statement={statement} />}
          <NotBrought statement={statement} />
          <WaiverList statement={statement} />
          <section aria-labelledby="receipts" className={css.part}>
            <h2 id="receipts">
              <Trans>Receipts</Trans>
            </h2>
            <ReceiptList receipts={statement.receipts} />
          </section>
        </div>
        <div className={css.record}>
          <section aria-labelledby="statement" className={css.part}>
            <h2 id="statement">
              <Trans>Statement</Trans>
            </h2>
            <StatementTable statement={statement} />
          </section>
          <Assessments statement={statement} />
        </div>
      </div>
    </>
  )
}
