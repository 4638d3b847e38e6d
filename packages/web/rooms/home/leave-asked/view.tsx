import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from '../parts/home.module.css'
import { LeaveClock, LeaveState, LeaveWhen } from '../parts/leave-shown.tsx'
import { LocalSpan } from '../parts/local-span.tsx'
import { codeNames, endCodeNames, homeKey, type LeavePage, leaveKindNames } from '../parts/words.ts'
import { DecideLeave } from './decide-leave.tsx'
import { EndLeave } from './end-leave.tsx'

const route = getRouteApi('/staff/leave/$id')

/** One leave: what is asked, the decision with its reason, and its end. */
export function LeaveAsked() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const key = [...homeKey.leave, 'one', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/home/leave/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(['home.leave-*'], key)
  const leave = query.data
  return (
    <Page
      title={leave ? t`Leave of ${leave.person}` : t`Leave`}
      lead={
        leave && (
          <>
            <LeaveState state={leave.state} /> <LeaveClock leave={leave} />
          </>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the leave…`}</p>}
      {leave && <Matter leave={leave} />}
    </Page>
  )
}

function Matter({ leave }: { leave: LeavePage }) {
  const may = useMay()
  const [ending, setEnding] = useState(false)
  const canEnd =
    (leave.state === 'asked' && may('leave.ask')) || (leave.state === 'granted' && may('leave.decide'))
  return (
    <div className={css.columns}>
      <Facts leave={leave} />
      <div className={css.parts}>
        {leave.state === 'asked' && may('leave.decide') && <DecideLeave key={leave.version} leave={leave} />}
        {leave.decidedAt !== null && <Decided leave={leave} />}
        {canEnd && (
          <p>
            <Button type="button" outline onClick={() => setEnding(true)}>
              {leave.state === 'asked' ? <Trans>Take back</Trans> : <Trans>End leave now</Trans>}
            </Button>
          </p>
        )}
        {ending && <EndLeave leave={leave} onClose={() => setEnding(false)} />}
        <Changes room="home" record="leave" id={leave.id} />
      </div>
    </div>
  )
}

function Facts({ leave }: { leave: LeavePage }) {
  const { t, i18n } = useLingui()
  return (
    <dl className={css.facts}>
      <Fact name={t`Person`}>
        <Link to="/enrolments/$id/leave" params={{ id: leave.enrolmentId }}>
          {leave.person}, {leave.number}
        </Link>
      </Fact>
      <Fact name={t`Kind`}>{i18n._(leaveKindNames[leave.kind])}</Fact>
      <Fact name={t`Where to`}>{leave.whereto}</Fact>
      {leave.place && (
        <Fact name={t`Approved place`}>
          {leave.place.name}, {leave.place.address}
        </Fact>
      )}
      <Fact name={t`When`}>
        <LeaveWhen leave={leave} />
      </Fact>
      {leave.dates.length > 1 && <Fact name={t`Each absence`}>{<Dates dates={leave.dates} />}</Fact>}
      <Fact name={t`What for`}>{leave.why}</Fact>
      <Fact name={t`Asked`}>
        <Moment at={leave.askedAt} />, {leave.askedBy}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Dates({ dates }: { dates: LeavePage['dates'] }) {
  const { t } = useLingui()
  const count = dates.length
  return (
    <details>
      <summary>{t`${count} times`}</summary>
      <ol>
        {dates.map(({ from, to }) => (
          <li key={from}>
            <LocalSpan from={from} to={to} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Decided({ leave }: { leave: LeavePage }) {
  const { t, i18n } = useLingui()
  const { ended, code, note, decidedAt, decidedBy, clause } = leave
  return (
    <section className={css.part} aria-labelledby="decision">
      <h2 id="decision">
        <Trans>Decision</Trans>
      </h2>
      <p>
        {code && i18n._(codeNames[code])}. {note} {decidedAt && <Moment at={decidedAt} />}, {decidedBy}
      </p>
      {clause && (
        <Because clause={clause} own>
          <Trans>an officer approves what takes a person from home.</Trans>
        </Because>
      )}
      {ended && (
        <p>
          {t`Ended:`} {i18n._(endCodeNames[ended.code])}. {ended.note} <Moment at={ended.at} />, {ended.by}
        </p>
      )}
    </section>
  )
}
