import { Trans, useLingui } from '@lingui/react/macro'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { formNames, type Receipt } from '../words.ts'
import { PaperLink } from './paper-link.tsx'
import css from './receipts.module.css'
import { VoidReceipt } from './void-receipt.tsx'

/** The receipts of one enrolment, newest first. */
export function ReceiptList({ receipts }: { receipts: readonly Receipt[] }) {
  const { t } = useLingui()
  const label = useLabel()
  const may = useMay()
  if (receipts.length === 0) {
    return (
      <Empty title={t`No receipt yet`}>
        <Trans>Each payment gets one, with a number that is never given twice.</Trans>
      </Empty>
    )
  }
  return (
    <ul className={css.list}>
      {receipts.map((receipt) => (
        <li key={receipt.id}>
          <p className={css.head}>
            <strong>{receipt.number}</strong> <Amount cents={receipt.amountCents} />{' '}
            {receipt.voided && <Status tone="over">{t`void`}</Status>}
          </p>
          <p>
            <Day day={receipt.takenOn} />,{' '}
            {[label(formNames[receipt.form]), receipt.instrumentNumber].filter(Boolean).join(' ')},{' '}
            <Trans>from {receipt.receivedFrom}</Trans>
          </p>
          {receipt.voided && (
            <p>
              <Trans>
                Void since <Day day={receipt.voided.on} />, {receipt.voided.by ?? ''}: {receipt.voided.reason}
              </Trans>
            </p>
          )}
          <p className={css.ways}>
            {may('receipt.read') && (
              <PaperLink paperId={receipt.paperId}>
                <Trans>Print receipt {receipt.number}</Trans>
              </PaperLink>
            )}
            <VoidReceipt receipt={receipt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
