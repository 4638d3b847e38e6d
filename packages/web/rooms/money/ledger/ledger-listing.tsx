import { msg } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import { Amount, amountInWords } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import type { Listing } from '../../../parts/list/index.ts'
import { useLabel } from '../../../parts/words/words.ts'
import { accountNames, feeNames, formNames, kindNames, type Posting } from '../words.ts'

const parts: Record<string, (typeof accountNames)[Posting['account']]> = { ...feeNames, ...formNames }
const dollars = (cents: number): string => (cents === 0 ? '' : amountInWords(cents, 'en-US'))

/** The ledger's postings as a list. */
export const ledgerListing: Listing<Posting> = {
  name: 'ledger',
  title: msg`Ledger`,
  rowKey: (row) => `${row.entryId}-${row.account}-${row.part}`,
  filters: [
    { key: 'from', label: msg`From`, as: 'day' },
    { key: 'until', label: msg`Until`, as: 'day' },
    {
      key: 'account',
      label: msg`Account`,
      as: 'choice',
      options: Object.entries(accountNames).map(([value, label]) => ({ value, label })),
      passes: (row, account) => row.account === account,
    },
    {
      key: 'kind',
      label: msg`Kind`,
      as: 'choice',
      options: Object.entries(kindNames).map(([value, label]) => ({ value, label })),
      passes: (row, kind) => row.kind === kind,
    },
  ],
  columns: [
    {
      key: 'day',
      title: msg`Date`,
      cell: (row) => <Day day={row.onDay} />,
      text: (row) => row.onDay,
      sort: (row) => row.at,
    },
    {
      key: 'person',
      title: msg`Person`,
      cell: (row) => (
        <Link to="/enrolments/$id/fees" params={{ id: row.enrolmentId }}>
          {row.person}
        </Link>
      ),
      text: (row) => row.person,
      sort: (row) => row.person,
    },
    { key: 'kind', title: msg`Kind`, cell: (row) => <Kind row={row} />, text: (row) => row.kind },
    {
      key: 'account',
      title: msg`Account`,
      cell: (row) => <AccountOf row={row} />,
      text: (row) => `${row.account} ${row.part}`.trim(),
      sort: (row) => row.account,
    },
    {
      key: 'debit',
      title: msg`Debit`,
      align: 'end',
      cell: (row) => row.debitCents > 0 && <Amount cents={row.debitCents} />,
      text: (row) => dollars(row.debitCents),
      sort: (row) => row.debitCents,
    },
    {
      key: 'credit',
      title: msg`Credit`,
      align: 'end',
      cell: (row) => row.creditCents > 0 && <Amount cents={row.creditCents} />,
      text: (row) => dollars(row.creditCents),
      sort: (row) => row.creditCents,
    },
    { key: 'reason', title: msg`Reason`, cell: (row) => row.reason, text: (row) => row.reason },
    { key: 'by', title: msg`By`, cell: (row) => row.by ?? '', text: (row) => row.by ?? '' },
  ],
}

function Kind({ row }: { row: Posting }) {
  const label = useLabel()
  return <>{label(kindNames[row.kind])}</>
}

function AccountOf({ row }: { row: Posting }) {
  const label = useLabel()
  const part = parts[row.part]
  return (
    <>
      {label(accountNames[row.account])}
      {part && `: ${label(part)}`}
    </>
  )
}
