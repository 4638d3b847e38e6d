import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { timeOfDay } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { type Hours, keys } from '../queries.ts'
import { weekdays } from '../words.ts'
import { ClosedDays } from './closed-days.tsx'
import css from './hours.module.css'
import { SetHours } from './set-hours.tsx'

/** When people are seen: the hours in force, what is set for later, and the days on which nobody is. */
export function AppointmentHours() {
  const { t } = useLingui()
  const may = useMay()
  const query = useQuery({ queryKey: keys.hours, queryFn: () => answer(api.GET('/api/intake/hours')) })
  useLiveQuery(['intake.hours-*', 'intake.day-*'], keys.hours)
  return (
    <Page
      title={t`Appointment hours`}
      lead={
        <Link to="/appointments">
          <Trans>Back to the appointments</Trans>
        </Link>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the hours…`}</p>}
      {query.data && (
        <div className={css.columns}>
          <div className={css.part}>
            <InForce hours={query.data} />
            <ClosedDays hours={query.data} />
          </div>
          {may('parameter.enter') && <SetHours hours={query.data} />}
        </div>
      )}
    </Page>
  )
}

type Plan = NonNullable<Hours['inForce']>

function InForce({ hours }: { hours: Hours }) {
  const { t } = useLingui()
  const others = hours.plans.filter((plan) => plan.enteredAt !== hours.inForce?.enteredAt)
  return (
    <>
      <section aria-labelledby="in-force" className={css.part}>
        <h2 id="in-force">
          <Trans>In force</Trans>
        </h2>
        {hours.inForce ? (
          <PlanView plan={hours.inForce} />
        ) : (
          <Empty title={t`No hours are in force`}>
            <Trans>
              A supervisor or an administrator sets them; from then on people can be given a time.
            </Trans>
          </Empty>
        )}
      </section>
      {others.length > 0 && (
        <details>
          <summary>
            <Trans>Earlier and later hours</Trans>
          </summary>
          {others.map((plan) => (
            <PlanView key={plan.enteredAt} plan={plan} />
          ))}
        </details>
      )}
    </>
  )
}

function PlanView({ plan }: { plan: Plan }) {
  const { t, i18n } = useLingui()
  const span = ({ opens, closes }: Plan['hours'][number]): string => {
    const from = timeOfDay(opens, i18n.locale)
    const to = closes === '24:00' ? t`midnight` : timeOfDay(closes, i18n.locale)
    return t`${from} to ${to}`
  }
  return (
    <div className={css.plan}>
      <p>
        <Trans>
          From <Day day={plan.fromDay} />: {plan.capacity} people each {plan.slotMinutes} minutes.
        </Trans>
      </p>
      <table className={css.table}>
        <caption className="only-heard">{t`Opening hours by weekday`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Weekday`}</th>
            <th scope="col">{t`Hours`}</th>
          </tr>
        </thead>
        <tbody>
          {weekdays.map((name, index) => {
            const hours = plan.hours
              .filter(({ weekday }) => weekday === index + 1)
              .toSorted((one, other) => one.opens.localeCompare(other.opens))
            return (
              <tr key={String(index)}>
                <th scope="row">{i18n._(name)}</th>
                <td>{hours.length === 0 ? t`closed` : hours.map(span).join(', ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={css.soft}>
        <Trans>Set by: {plan.authority}</Trans>
      </p>
    </div>
  )
}
