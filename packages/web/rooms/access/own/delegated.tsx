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
  return (
    <section aria-labelledby="delegated" className={css.delegated}>
      <h2 id="delegated">
        <Trans>Delegated to you</Trans>
      </h2>
      <ul>
        {query.data.delegations.map((one) => (
          <li key={one.id}>
            <OneDelegated one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneDelegated({ one }: { one: Delegation }) {
  const { t } = useLingui()
  const said = useSaid()
  const [decision, rank] = [said(one.decision), said(one.rank)]
  const program = one.program ?? t`every program`
  return (
    <>
      <p className={css.decision}>
        <strong>{decision}</strong>, {program} {one.clause !== null && <>({one.clause})</>}
      </p>
      <p>
        <Span one={one} rank={rank} />
      </p>
    </>
  )
}

function Span({ one: { state, fromDay, untilDay }, rank }: { one: Delegation; rank: string }) {
  if (state === 'in-force' && untilDay === null)
    return (
      <Trans>
        You may decide this for the {rank} since <Day day={fromDay} />, with no end.
      </Trans>
    )
  if (state === 'in-force' && untilDay !== null)
    return (
      <Trans>
        You may decide this for the {rank} until it ends on <Day day={untilDay} />.
      </Trans>
    )
  if (untilDay === null)
    return (
      <Trans>
        You may decide this for the {rank} from <Day day={fromDay} /> on.
      </Trans>
    )
  return (
    <Trans>
      You may decide this for the {rank} from <Day day={fromDay} /> on, until it ends on{' '}
      <Day day={untilDay} />.
    </Trans>
  )
}
