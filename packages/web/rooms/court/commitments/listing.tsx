import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Day } from '../../../parts/day/day.tsx'
import type { Listing } from '../../../parts/list/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { listName } from '../../people/parts/names.ts'
import { StateOf, useStateWords } from '../parts/state-words.tsx'
import type { Listed } from '../parts/types.ts'

/** What is to be done about a commitment, as a filter. */
export const states = [
  { value: 'open', label: msg`All that still need something` },
  { value: 'to-check', label: msg`Look at the paper again` },
  { value: 'to-ask', label: msg`Ask the court` },
  { value: 'asked', label: msg`Asked the court` },
  { value: 'refused', label: msg`Return it, or ask the court` },
  { value: 'original-owed', label: msg`Accepted, original owed` },
  { value: 'accepted', label: msg`Accepted` },
  { value: 'returned', label: msg`Returned to the court` },
  { value: 'all', label: msg({ message: 'All', context: 'commitments' }) },
] as const

export const originals = [{ value: 'owed', label: msg`Still owed` }] as const

export const enrolled = [
  { value: 'no', label: msg`Not in a program yet` },
  { value: 'yes', label: msg`In a program` },
] as const

/** The list of commitments: the latest received first. */
export function useListing(): Listing<Listed> {
  const { t } = useLingui()
  const said = useSaid()
  const stateWords = useStateWords()
  return useMemo(() => {
    const lacks = (row: Listed): string => row.owed.map(({ words }) => said(words)).join('; ')
    return {
      name: 'commitments',
      title: msg`Commitments`,
      rowKey: ({ id }) => id,
      order: '-received',
      filters: [
        { key: 'state', label: msg`What is to be done`, as: 'choice', options: states },
        { key: 'q', label: msg`Name or docket`, as: 'text' },
        { key: 'original', label: msg`Original after a fax`, as: 'choice', options: originals },
        { key: 'enrolled', label: msg`Program`, as: 'choice', options: enrolled },
        { key: 'from', label: msg`Received from`, as: 'day' },
        { key: 'until', label: msg`Received until`, as: 'day' },
      ],
      columns: [
        {
          key: 'received',
          title: msg`Received`,
          cell: (row) => <Day day={row.receivedOn} />,
          text: (row) => row.receivedOn,
          sort: (row) => row.receivedOn,
        },
        {
          key: 'docket',
          title: msg`Docket`,
          cell: (row) => (
            <Link to="/commitments/$id" params={{ id: row.id }}>
              {row.docket || t`no number`}
            </Link>
          ),
          text: (row) => row.docket,
          sort: (row) => row.docket,
          oneLine: true,
        },
        {
          key: 'person',
          title: msg`Person`,
          cell: (row) => (
            <Link to="/people/$id" params={{ id: row.person.id }}>
              {listName(row.person)}
            </Link>
          ),
          text: (row) => listName(row.person),
          sort: (row) => listName(row.person),
        },
        {
          key: 'court',
          title: msg`Court`,
          cell: (row) => row.courtName,
          text: (row) => row.courtName,
          sort: (row) => row.courtName,
        },
        {
          key: 'state',
          title: msg`What is to be done`,
          cell: (row) => <StateOf state={row.state} />,
          text: (row) => stateWords[row.state],
          sort: (row) => stateWords[row.state],
        },
        {
          key: 'missing',
          title: msg`Missing`,
          cell: (row) => <Missing row={row} lacks={lacks(row)} />,
          text: lacks,
        },
        {
          key: 'program',
          title: msg`Program`,
          cell: (row) =>
            row.enrolmentId && (
              <Link to="/enrolments/$id" params={{ id: row.enrolmentId }}>
                {row.enrolmentNumber}
              </Link>
            ),
          text: (row) => row.enrolmentNumber ?? '',
          sort: (row) => row.enrolmentNumber,
          oneLine: true,
        },
      ],
    }
  }, [t, said, stateWords])
}

function Missing({ row, lacks }: { row: Listed; lacks: string }) {
  return (
    <>
      {lacks}
      {row.toCheck.length > 0 && (
        <>
          {lacks !== '' && '; '}
          <Trans>{row.toCheck.length} not looked at</Trans>
        </>
      )}
    </>
  )
}
