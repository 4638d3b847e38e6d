import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AlarmRoom } from './alarm-room.tsx'
import { type Duty, useDutyWords } from './duty-words.tsx'
import { MoveClock } from './move-clock.tsx'
import css from './today.module.css'

const key = ['desk', 'today']

/** What waits for whoever is signed in: everything open, oldest first, each with the one button that does it. */
export function Today() {
  const { t } = useLingui()
  const may = useMay()
  const { account, agency } = useSignedIn()
  const query = useQuery({
    queryKey: key,
    enabled: may('today.read'),
    queryFn: () => answer(api.GET('/api/desk/today')),
  })
  useLiveQuery(
    [
      'court.*',
      'programs.*',
      'intake.*',
      'work.*',
      'money.*',
      'access.*',
      'platform.*',
      'home.*',
      'equipment.unit-*',
    ],
    key,
  )
  const duties = query.data?.duties ?? []
  const own = duties.filter((duty) => duty.own)
  const total = duties.reduce((sum, duty) => sum + duty.count, 0)
  return (
    <Page
      title={t`Today`}
      lead={query.data && <Day day={query.data.today} />}
      actions={
        may('commitment.write') && (
          <Link to="/commitments/new" className="usa-button">
            <Trans>Receive commitment</Trans>
          </Link>
        )
      }
    >
      {agency.isDemonstration && <MoveClock />}
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && may('today.read') && <p aria-busy="true">{t`Looking at what is open…`}</p>}
      {!may('today.read') && may('alarm.work') && <AlarmRoom />}
      {!may('today.read') && !may('alarm.work') && (
        <Empty title={t`Nothing is kept here for your role yet`}>
          <Trans>Welcome, {account.displayName}. What your role does stands at the left.</Trans>
        </Empty>
      )}
      {query.data && total === 0 && (
        <Empty title={t`Nothing waits for you`}>
          <Trans>New commitments, appointments, decisions and rosters that need your hand appear here.</Trans>
        </Empty>
      )}
      {query.data && total > 0 && (
        <p className={css.total}>
          <Plural value={total} one="# thing waits for you." other="# things wait for you." />
        </p>
      )}
      {own.length > 0 && <h2 className={css.whose}>{t`The people you supervise`}</h2>}
      <Duties of={own} />
      {own.length > 0 && own.length < duties.length && <h2 className={css.whose}>{t`Everyone’s`}</h2>}
      <Duties of={duties.filter((duty) => !duty.own)} />
    </Page>
  )
}

type DutyListProps = { kind: string; own: boolean; count: number; items: readonly Duty[] }

function Duties({ of }: { of: readonly DutyListProps[] }) {
  if (of.length === 0) return null
  return (
    <div className={css.duties}>
      {of.map((duty) => (
        <DutyList key={duty.kind} {...duty} />
      ))}
    </div>
  )
}

function DutyList({ kind, own, count, items }: DutyListProps) {
  const words = useDutyWords()[kind]
  const heading = own ? `own-${kind}` : `duty-${kind}`
  return (
    <section aria-labelledby={heading} className={css.duty}>
      <h2 id={heading}>
        {words?.title ?? kind} <span className={css.count}>{count}</span>
      </h2>
      <ul className={css.items}>
        {items.map((item) => (
          <li
            key={`${item.personId}-${item.enrolmentId}-${item.subjectId}-${item.detail.week ?? ''}`}
            className={css.item}
          >
            <span className={css.what}>
              {item.personId && item.personName && (
                <Link to="/people/$id" params={{ id: item.personId }} className={css.name}>
                  {item.personName}
                </Link>
              )}
              {words?.about && <span className={css.about}>{words.about(item)}</span>}
            </span>
            <span className={css.due}>{item.dueOn && <Day day={item.dueOn} />}</span>
            {words && (
              <Link
                to={words.to(item)}
                className={`usa-button usa-button--outline ${css.action ?? ''}`}
                aria-label={`${words.action}: ${item.personName ?? words.about?.(item) ?? ''}`}
              >
                {words.action}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p className={css.more}>
          <Trans>
            The oldest {items.length} of {count} are shown.
          </Trans>
        </p>
      )}
    </section>
  )
}
