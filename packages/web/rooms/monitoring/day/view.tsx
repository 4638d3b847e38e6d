import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { dayInWords } from '../../../parts/day/format.ts'
import { realDay } from '../../../parts/day/real-day.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { fullName } from '../../people/parts/names.ts'
import { AskPurpose } from '../parts/ask-purpose.tsx'
import { FileButton } from '../parts/file-button.tsx'
import { LookingBar } from '../parts/looking-bar.tsx'
import { useSitting } from '../parts/sitting.ts'
import { AlarmBar } from './alarm-bar.tsx'
import css from './day.module.css'
import { askDay, type DayLooking, dayLookingOf } from './track.ts'
import { Track } from './track-view.tsx'

const route = getRouteApi('/staff/people/$id/day/$date')

/** Where a person was on a day, how well that is known, and what the watch found. */
export function PersonDay() {
  const { date } = route.useParams()
  return realDay(date) ? <RealDay /> : <NoSuchDay />
}

/** An address typed or kept wrongly: from here one goes on to today. */
function NoSuchDay() {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const { id } = route.useParams()
  const date = officeToday(agency.timeZone).toString()
  return (
    <Page title={t`There is no such day`}>
      <Link to="/people/$id/day/$date" params={{ id, date }}>
        <Trans>Go to today</Trans>
      </Link>
    </Page>
  )
}

function RealDay() {
  const { i18n, t } = useLingui()
  const sitting = useSitting()
  const { id, date } = route.useParams()
  const { alarm } = route.useSearch()
  const client = useQueryClient()
  const forAlarm = useMemo(
    () =>
      alarm === undefined
        ? null
        : { sitting: crypto.randomUUID(), purpose: 'alarm' as const, alarmId: alarm },
    [alarm],
  )
  const looking = forAlarm ?? sitting
  if (!looking)
    return (
      <Page title={t`A person’s day`} lead={<Day day={date} />}>
        <AskPurpose
          action={t`Show the day`}
          look={(begun) => askDay(begun, id, date)}
          onLooked={(begun, data) => client.setQueryData(dayKey(begun, id, date), data)}
        />
      </Page>
    )
  return <Looked key={date} looking={looking} title={dayInWords(date, i18n.locale)} />
}

/** Where the answer of a sitting stands in this browser while it is shown. */
const dayKey = ({ sitting }: DayLooking, id: string, date: string) => ['monitoring', 'day', sitting, id, date]

function Looked({ looking, title }: { looking: DayLooking; title: string }) {
  const { t } = useLingui()
  const { id, date } = route.useParams()
  const query = useQuery({
    queryKey: dayKey(looking, id, date),
    queryFn: () => answer(askDay(looking, id, date)),
    // Where somebody was stays no longer in this browser than it is shown, and is not looked at again unasked.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { data, error } = query
  const name = data ? fullName(data.person) : t`A person’s day`
  const file = data && (
    <FileButton
      name={`day-${date}.csv`}
      ask={() =>
        api.POST('/api/monitoring/people/{personId}/days/{date}/file', {
          params: { path: { personId: id, date } },
          body: { looking: dayLookingOf(looking) },
          parseAs: 'blob',
        })
      }
    />
  )
  return (
    <Page title={t`${name}, ${title}`} actions={<Days id={id} date={date} />}>
      {looking.purpose === 'alarm' ? (
        <AlarmBar number={data?.alarm?.number}>{file}</AlarmBar>
      ) : (
        <LookingBar sitting={looking}>{file}</LookingBar>
      )}
      {error && <Trouble error={error} onRetry={() => void query.refetch()} />}
      {!data && !error && <p aria-busy="true">{t`Asking where the unit was…`}</p>}
      {data && <Track answer={data} onAgain={() => void query.refetch()} />}
    </Page>
  )
}

/** To the day before and the day after. */
function Days({ id, date }: { id: string; date: string }) {
  const { agency } = useSignedIn()
  const day = Temporal.PlainDate.from(date)
  const isOver = Temporal.PlainDate.compare(day, officeToday(agency.timeZone)) < 0
  return (
    <nav className={css.days}>
      <Link
        to="/people/$id/day/$date"
        params={{ id, date: day.subtract({ days: 1 }).toString() }}
        search={(now) => now}
      >
        <Trans>Day before</Trans>
      </Link>
      {isOver && (
        <Link
          to="/people/$id/day/$date"
          params={{ id, date: day.add({ days: 1 }).toString() }}
          search={(now) => now}
        >
          <Trans>Day after</Trans>
        </Link>
      )}
    </nav>
  )
}
