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
import { WatchBanner } from '../../../parts/pulse/pulse.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Duties } from './duty-list.tsx'
import { MoveClock } from './move-clock.tsx'
import css from './today.module.css'
import { useDutyKeys } from './use-duty-keys.ts'

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
      'monitoring.alarm-*',
      'monitoring.gap-changed',
      'monitoring.guideline-*',
      'monitoring.help-changed',
      'monitoring.message-changed',
      'monitoring.shift-changed',
    ],
    key,
  )
  const lists = useDutyKeys()
  const duties = query.data?.duties ?? []
  const own = duties.filter((duty) => duty.own)
  const total = duties.reduce((sum, duty) => sum + duty.count, 0)
  return (
    <Page title={t`Today`} lead={query.data && <Day day={query.data.today} />} actions={<FirstThing />}>
      {agency.isDemonstration && <MoveClock />}
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && may('today.read') && <p aria-busy="true">{t`Looking at what is open…`}</p>}
      {may('alarm.work') && <WatchBanner />}
      {!may('today.read') && (
        <Empty title={t`Nothing is kept here for your role yet`}>
          <Trans>Welcome, {account.displayName}. What your role does stands at the left.</Trans>
        </Empty>
      )}
      {query.data && total === 0 && (
        <Empty title={t`Nothing waits for you`}>
          <WhatFills />
        </Empty>
      )}
      {query.data && total > 0 && (
        <p className={css.total}>
          <Plural value={total} one="# thing waits for you." other="# things wait for you." />
        </p>
      )}
      <div ref={lists}>
        {own.length > 0 && <h2 className={css.whose}>{t`The people you supervise`}</h2>}
        <Duties of={own} />
        {own.length > 0 && own.length < duties.length && <h2 className={css.whose}>{t`Everyone’s`}</h2>}
        <Duties of={duties.filter((duty) => !duty.own)} />
      </div>
    </Page>
  )
}

/** What this role begins by itself. */
function FirstThing() {
  const may = useMay()
  if (may('commitment.write'))
    return (
      <Link to="/commitments/new" className="usa-button">
        <Trans>Receive commitment</Trans>
      </Link>
    )
  if (!may('alarm.work')) return null
  return (
    <Link to="/alarms" className="usa-button">
      <Trans>Open the alarm queue</Trans>
    </Link>
  )
}

function WhatFills() {
  const may = useMay()
  if (!may('alarm.work'))
    return (
      <Trans>New commitments, appointments, decisions and rosters that need your hand appear here.</Trans>
    )
  return (
    <Trans>
      Alarms that nobody has or that you have, calls for help, posts without anybody, hand-over notes and
      people whom no message reached appear here.
    </Trans>
  )
}
