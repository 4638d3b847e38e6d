import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount, amountInWords } from '../../../parts/amount/amount.tsx'
import { TimeOf } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { PaperLink } from '../receipts/paper-link.tsx'
import css from '../receipts/receipts.module.css'
import { VoidReceipt } from '../receipts/void-receipt.tsx'
import { formNames, type Receipt } from '../words.ts'

/** The receipts of a day as a list. */
export const receiptListing: Listing<Receipt> = {
  name: 'receipts',
  title: msg`Receipts`,
  rowKey: (receipt) => receipt.id,
  order: '-number',
  filters: [
    { key: 'onDay', label: msg`Day`, as: 'day' },
    {
      key: 'form',
      label: msg`Form of payment`,
      as: 'choice',
      options: Object.entries(formNames).map(([value, label]) => ({ value, label })),
      passes: (receipt, form) => receipt.form === form,
    },
    {
      key: 'state',
      label: msg`State`,
      as: 'choice',
      options: [
        { value: 'standing', label: msg`Standing` },
        { value: 'void', label: msg`Void` },
      ],
      passes: (receipt, state) => (receipt.voided !== null) === (state === 'void'),
    },
    {
      key: 'number',
      label: msg`Number or person`,
      as: 'text',
      passes: (receipt, part) => holds(`${receipt.number} ${receipt.person}`, part),
    },
  ],
  columns: [
    {
      key: 'number',
      title: msg`Receipt`,
      oneLine: true,
      cell: (receipt) => <strong>{receipt.number}</strong>,
      text: (receipt) => receipt.number,
      sort: (receipt) => receipt.number,
    },
    {
      key: 'time',
      title: msg`Taken at`,
      cell: (receipt) => <TimeOf at={receipt.takenAt} />,
      sort: (receipt) => receipt.takenAt,
    },
    {
      key: 'person',
      title: msg`For`,
      cell: (receipt) => (
        <Link to="/enrolments/$id/fees" params={{ id: receipt.enrolmentId }}>
          {receipt.person}
        </Link>
      ),
      text: (receipt) => receipt.person,
      sort: (receipt) => receipt.person,
    },
    {
      key: 'from',
      title: msg`Received from`,
      cell: (receipt) => receipt.receivedFrom,
      text: (receipt) => receipt.receivedFrom,
    },
    {
      key: 'form',
      title: msg`Form`,
      cell: (receipt) => <PaidBy receipt={receipt} />,
      text: (receipt) => `${receipt.form} ${receipt.instrumentNumber}`.trim(),
      sort: (receipt) => receipt.form,
    },
    {
      key: 'amount',
      title: msg`Amount`,
      align: 'end',
      cell: (receipt) => <Amount cents={receipt.amountCents} struck={receipt.voided !== null} />,
      text: (receipt) => amountInWords(receipt.amountCents, 'en-US'),
      sort: (receipt) => receipt.amountCents,
    },
    {
      key: 'by',
      title: msg`Taken by`,
      cell: (receipt) => receipt.takenBy ?? '',
      text: (receipt) => receipt.takenBy ?? '',
      sort: (receipt) => receipt.takenBy,
    },
    { key: 'state', title: msg`State`, cell: (receipt) => <State receipt={receipt} /> },
  ],
}

function PaidBy({ receipt }: { receipt: Receipt }) {
  const label = useLabel()
  return (
    <>
      {label(formNames[receipt.form])} {receipt.instrumentNumber}
    </>
  )
}

function State({ receipt }: { receipt: Receipt }) {
  const may = useMay()
  return (
    <span className={css.ways}>
      {receipt.voided ? (
        <Status tone="over">
          <Trans>void: {receipt.voided.reason}</Trans>
        </Status>
      ) : (
        <Status tone="settled">
          <Trans>received</Trans>
        </Status>
      )}
      {may('receipt.read') && (
        <PaperLink paperId={receipt.paperId}>
          <Trans>Print</Trans>
          <span className="only-heard"> {receipt.number}</span>
        </PaperLink>
      )}
      <VoidReceipt receipt={receipt} />
    </span>
  )
}
