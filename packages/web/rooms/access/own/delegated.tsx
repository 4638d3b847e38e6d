import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { type Delegation, delegationsKey } from '../delegations/delegation.ts'
import css from './own.module.css'

/** What was delegated to oneself: nothing is shown where nothing was. */
export function Delegated() {
  const query = useQuery({
    queryKey: [...delegationsKey, 'own'],
    queryFn: () => answer(api.GET('/api/access/own/delegations')),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data || query.data.delegations.length === 0) return null
  // What holds for the same days, for the same rank, is said once.
  const together = Map.groupBy(query.data.delegations, ({ state, rank, fromDay, untilDay }) =>
    [state, rank.en, fromDay, untilDay].join(' '),
  )
  return (
    <section aria-labelledby="delegated" className={css.delegated}>
      <h2 id="delegated">
        <Trans>Delegated to you</Trans>
      </h2>
      {[...together].map(([key, list]) => (
        <Together key={key} list={list} />
      ))}
    </section>
  )
}

function Together({ list }: { list: readonly Delegation[] }) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <>
      <p>
        <Span one={list[0]!} />
      </p>
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <strong>{said(one.decision)}</strong>, {one.program ?? t`every program`}{' '}
            {one.clause !== null && <span className={css.clause}>({one.clause})</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Span({ one: { state, fromDay, untilDay, ...one } }: { one: Delegation }) {
  const rank = useSaid()(one.rank)
  if (state === 'in-force' && untilDay === null)
    return (
      <Trans>
        You may decide for the {rank}, since <Day day={fromDay} /> and with no end:
      </Trans>
    )
  if (state === 'in-force' && untilDay !== null)
    return (
      <Trans>
        You may decide for the {rank}, until it ends on <Day day={untilDay} />:
      </Trans>
    )
  if (untilDay === null)
    return (
      <Trans>
        You may decide for the {rank}, from <Day day={fromDay} /> on:
      </Trans>
    )
  return (
    <Trans>
      You may decide for the {rank}, from <Day day={fromDay} /> until it ends on <Day day={untilDay} />:
    </Trans>
  )
}
