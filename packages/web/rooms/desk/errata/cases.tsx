import { msg } from '@lingui/core/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { holds, type Listing } from '../../../parts/list/index.ts'
import { useLabel } from '../../../parts/words/words.ts'
import { Became } from './became.tsx'
import { type ErratumRow, kindWords } from './rows.ts'

/** Every case that was decided under an erratum, and what the corrected rules say of it. */
export const casesListing: Listing<ErratumRow> = {
  name: 'errata',
  title: msg`Cases decided under an erratum`,
  rowKey: (row) => `${row.erratum.clause} ${row.erratum.corrected} ${row.kind} ${row.id}`,
  order: 'on',
  filters: [
    {
      key: 'changed',
      label: msg`What is to be done`,
      as: 'choice',
      options: [
        { value: 'changed', label: msg`Another outcome, or to be looked at` },
        { value: 'nothing', label: msg`Nothing: it comes to the same, or was replaced` },
      ],
      passes: (row, value) => (value === 'nothing') === isDone(row),
    },
    { key: 'who', label: msg`Person`, as: 'text', passes: (row, part) => holds(row.personName, part) },
    {
      key: 'clause',
      label: msg`Clause`,
      as: 'text',
      passes: (row, part) => holds(row.erratum.clause, part),
    },
  ],
  columns: [
    {
      key: 'person',
      title: msg`Person`,
      cell: (row) => <CaseLink row={row} />,
      text: (row) => row.personName,
      sort: (row) => row.personName,
    },
    {
      key: 'number',
      title: msg`Number`,
      oneLine: true,
      cell: (row) => row.number,
      text: (row) => row.number,
    },
    {
      key: 'clause',
      title: msg`Clause`,
      oneLine: true,
      cell: (row) => row.erratum.clause,
      text: (row) => row.erratum.clause,
      sort: (row) => row.erratum.clause,
    },
    { key: 'kind', title: msg`Decided`, cell: (row) => <KindWords row={row} />, text: (row) => row.kind },
    {
      key: 'on',
      title: msg`For`,
      cell: (row) => <Day day={row.on} />,
      text: (row) => row.on,
      sort: (row) => row.on,
    },
    {
      key: 'became',
      title: msg`By the corrected rules`,
      cell: (row) => <Became row={row} />,
      text: (row) => `${row.before ?? ''} ${row.after ?? ''}`.trim(),
    },
  ],
}

/** Nothing is to be done: something else was decided since, or the corrected rules come to the same for certain. */
const isDone = ({ stands, certain, before, after }: ErratumRow): boolean =>
  !stands || (certain && before !== null && before === after)

function KindWords({ row }: { row: ErratumRow }) {
  return <>{useLabel()(kindWords[row.kind])}</>
}

/** Opens what was decided, where it is kept. */
function CaseLink({ row }: { row: ErratumRow }) {
  const { enrolmentId, kind, id, personName } = row
  if (enrolmentId === null)
    return (
      <Link to="/commitments/$id" params={{ id }}>
        {personName}
      </Link>
    )
  const pages = {
    assessment: '/enrolments/$id/screening',
    sentence: '/enrolments/$id/worksheet',
    fees: '/enrolments/$id/fees',
    checklist: '/enrolments/$id',
  } as const
  return (
    <Link to={pages[kind]} params={{ id: enrolmentId }}>
      {personName}
    </Link>
  )
}
