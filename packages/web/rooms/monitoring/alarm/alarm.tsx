import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './alarm-page.module.css'
import { EvidencePart } from './evidence.tsx'
import { AlarmHead } from './head.tsx'
import { OutagePart } from './outage.tsx'
import { keys } from './words.ts'
import { Work } from './work.tsx'

/** Milliseconds between two looks while a signal waits: that its time ran out is told by nobody. */
const whileWaiting = 30_000

/** One alarm: what is known in the middle, what is to be done at the right. */
export function Alarm({ id }: { id: string }) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: keys.alarm(id),
    queryFn: () => answer(api.GET('/api/monitoring/alarms/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.steps.some((step) => step.state === 'waiting') ? whileWaiting : false,
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending) return <p aria-busy="true">{t`Reading the alarm…`}</p>
  return (
    <article className={css.alarm} aria-label={t`Alarm ${query.data.alarm.number}`}>
      <div className={css.head}>
        <AlarmHead page={query.data} />
      </div>
      <Work page={query.data} />
      <div className={css.known}>
        <EvidencePart page={query.data} />
        {query.data.outage && <OutagePart outage={query.data.outage} />}
      </div>
    </article>
  )
}
