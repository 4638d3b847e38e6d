import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './takings.module.css'

const key = ['money', 'held']

/** Money that is held for people and waits for the next fee or the treasurer. Nothing is shown where none is. */
export function HeldList() {
  const query = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/money/held')) })
  useLiveQuery(['money.*'], key)
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data || query.data.held.length === 0) return null
  return (
    <section aria-labelledby="held" className={css.part}>
      <h2 id="held">
        <Trans>Held for people, to be paid back</Trans>
      </h2>
      <ul className={css.held}>
        {query.data.held.map((row) => (
          <li key={row.enrolmentId}>
            <Link to="/enrolments/$id/fees" params={{ id: row.enrolmentId }}>
              {row.person}, {row.enrolmentNumber}
            </Link>
            <Amount cents={row.heldCents} />
          </li>
        ))}
      </ul>
    </section>
  )
}
