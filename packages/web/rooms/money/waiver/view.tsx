import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useDecision } from '../../programs/decider/decider.tsx'
import { BasisBanner } from '../basis-banner.tsx'
import { PaperLink } from '../receipts/paper-link.tsx'
import { WaiverState } from '../waiver-state.tsx'
import type { Statement, Waiver } from '../words.ts'
import { BudgetForm } from './budget-form.tsx'
import { Decide } from './decide.tsx'
import { TakeBack } from './take-back.tsx'
import css from './waiver.module.css'

const route = getRouteApi('/staff/waivers/$id')

/** One request to waive fees: what is owed, the budget form, the decision. */
export function WaiverPage() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const key = ['money', 'waiver', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/money/waivers/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(['money.*', 'platform.document-*'], key)
  return (
    <Page title={query.data ? t`Waiver for ${query.data.waiver.person}` : t`Waiver`}>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Opening the request…`}</p>}
      {query.data && <Matter waiver={query.data.waiver} statement={query.data.statement} />}
    </Page>
  )
}

function Matter({ waiver, statement }: { waiver: Waiver; statement: Statement }) {
  const may = useMay()
  const mayDecide = useDecision('fee-waiver')?.allowed
  return (
    <>
      <BasisBanner basis={statement.basis} />
      <div className={css.columns}>
        <div className={css.column}>
          <Facts waiver={waiver} statement={statement} />
          <BudgetForm waiver={waiver} />
        </div>
        <div className={css.column}>
          {waiver.state !== 'open' && <Decision waiver={waiver} />}
          {waiver.state === 'open' && waiver.askedByMe && <NotYou />}
          {waiver.state === 'open' && !waiver.askedByMe && mayDecide && (
            <Decide waiver={waiver} owedCents={Math.max(statement.balanceCents, 0)} />
          )}
          {waiver.state === 'open' && !waiver.askedByMe && mayDecide === false && <Waits />}
          {waiver.state === 'open' && may('waiver.ask') && <TakeBack waiver={waiver} />}
        </div>
      </div>
    </>
  )
}

function Facts({ waiver, statement }: { waiver: Waiver; statement: Statement }) {
  const { t } = useLingui()
  const facts = [
    {
      name: t`Case`,
      value: (
        <Link to="/enrolments/$id/fees" params={{ id: waiver.enrolmentId }}>
          {waiver.enrolmentNumber}
        </Link>
      ),
    },
    { name: t`State`, value: <WaiverState waiver={waiver} /> },
    {
      name: t`Asked`,
      value: (
        <Trans>
          <Moment at={waiver.at} /> by {waiver.askedBy ?? ''}
        </Trans>
      ),
    },
    {
      name: t`Asks to be waived`,
      value:
        waiver.askedCents === null ? <Trans>all that is owed</Trans> : <Amount cents={waiver.askedCents} />,
    },
    { name: t`Owed when asked`, value: <Amount cents={waiver.owedCents} /> },
    { name: t`Owed now`, value: <Amount cents={Math.max(statement.balanceCents, 0)} /> },
    { name: t`Charged`, value: <Amount cents={statement.assessedCents} /> },
    { name: t`Paid`, value: <Amount cents={statement.paidCents} /> },
  ]
  return (
    <section aria-labelledby="facts" className={css.part}>
      <h2 id="facts">
        <Trans>The request</Trans>
      </h2>
      <dl className={css.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Decision({ waiver }: { waiver: Waiver }) {
  const { decision } = waiver
  if (!decision) return null
  return (
    <section aria-labelledby="decision" className={css.part}>
      <h2 id="decision">
        <Trans>The decision</Trans>
      </h2>
      <p className={css.outcome}>
        <WaiverState waiver={waiver} />
        {decision.waivedCents > 0 && <Amount cents={decision.waivedCents} />}
      </p>
      <p>
        <Trans>
          <Day day={decision.onDay} />, {decision.by ?? ''}: {decision.reason}
        </Trans>
      </p>
      {decision.clause && (
        <Because clause={decision.clause}>
          <Trans>{decision.by ?? ''} holds a rank that may decide it, and did not ask for it.</Trans>
        </Because>
      )}
      {waiver.state !== 'withdrawn' && (
        <p>
          <PaperLink paperId={decision.paperId}>
            <Trans>Print notice</Trans>
          </PaperLink>
        </p>
      )}
    </section>
  )
}

function NotYou() {
  return (
    <section aria-labelledby="not-you" className={css.act}>
      <h2 id="not-you">
        <Trans>You asked for this waiver, so another person decides it</Trans>
      </h2>
      <Because clause={['WAP-FEE.3', 'WAP-P3.2']}>
        <Trans>a sergeant, a lieutenant or the bureau manager decides, never who asked.</Trans>
      </Because>
    </section>
  )
}

function Waits() {
  return (
    <section aria-labelledby="waits" className={css.act}>
      <h2 id="waits">
        <Trans>This waits for a decision</Trans>
      </h2>
      <Because clause={['WAP-FEE.3', 'WAP-P3.2']}>
        <Trans>a sergeant, a lieutenant or the bureau manager decides it.</Trans>
      </Because>
    </section>
  )
}
