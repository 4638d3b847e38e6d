import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { dayInWords, timeOfDay } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { type Roster, workKey } from '../parts/words.ts'
import { DayDialog } from './day-dialog.tsx'
import { NextAct } from './next-act.tsx'
import { PrintRoster } from './print-roster.tsx'
import css from './roster.module.css'
import { EnterSheet } from './sheet/enter-sheet.tsx'
import { WeekTable } from './week-table.tsx'
import { Whereabouts } from './whereabouts.tsx'

const route = getRouteApi('/staff/rosters/$siteId/$week')

/** A week of a site: what is to be done about its sheet, people by day, where the sheet is. */
export function RosterPage() {
  const { t, i18n } = useLingui()
  const { siteId, week } = route.useParams()
  const key = workKey.roster(siteId, week)
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/work-release/rosters/{siteId}/{week}', { params: { path: { siteId, week } } })),
  })
  useLiveQuery(
    ['work.roster-*', 'work.attendance-marked', 'work.contract-made', 'work.days-rescheduled'],
    key,
  )
  const roster = query.data
  return (
    <Page
      title={roster ? t`Roster: ${roster.site.name}` : t`Roster`}
      lead={roster && t`Week of ${dayInWords(week, i18n.locale)}`}
      actions={roster && roster.people.length > 0 && <SheetActions roster={roster} />}
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {roster && <Body key={`${siteId} ${week}`} roster={roster} />}
    </Page>
  )
}

function SheetActions({ roster }: { roster: Roster }) {
  const { site, week } = roster
  return (
    <>
      <PrintRoster roster={roster} />
      <a href={`/api/work-release/rosters/${site.id}/${week}?format=csv`} download>
        <Trans>CSV</Trans>
      </a>
    </>
  )
}

function Body({ roster }: { roster: Roster }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const { enter } = route.useSearch()
  const navigate = route.useNavigate()
  const [pickedId, setPicked] = useState<string>()
  const today = officeToday(agency.timeZone).toString()
  const isEntering = enter === 'sheet' && roster.returned === null
  const leaveSheet = (): void => void navigate({ search: {}, replace: true, resetScroll: false })
  const picked = find(roster, pickedId)
  return (
    <>
      <Weeks roster={roster} />
      <SiteLine site={roster.site} />
      {roster.people.length === 0 && (
        <Empty title={t`Nobody is down for this week`}>
          <Trans>People come here when a work contract has a day at this site in this week.</Trans>
        </Empty>
      )}
      {!isEntering && <NextAct roster={roster} today={today} onPick={setPicked} />}
      {roster.people.length > 0 &&
        (isEntering ? (
          <EnterSheet
            roster={roster}
            today={today}
            onDone={leaveSheet}
            cancel={
              <Link from="/rosters/$siteId/$week" to="." search={{}}>
                <Trans>Cancel</Trans>
              </Link>
            }
          />
        ) : (
          <WeekTable roster={roster} today={today} onPick={({ day }) => setPicked(day.contractDayId)} />
        ))}
      <Whereabouts roster={roster} />
      {picked && (
        <DayDialog
          picked={picked}
          dayMinutes={roster.site.dayMinutes}
          today={today}
          onClose={() => setPicked(undefined)}
        />
      )}
    </>
  )
}

function find({ people }: Roster, contractDayId: string | undefined) {
  for (const person of people) {
    const day = person.days.find((one) => one.contractDayId === contractDayId)
    if (day) return { person, day }
  }
  return undefined
}

function Weeks({ roster: { site, week } }: { roster: Roster }) {
  const { i18n, t } = useLingui()
  const monday = Temporal.PlainDate.from(week)
  const to = (weeks: number) => monday.add({ weeks }).toString()
  return (
    <nav aria-label={t`Weeks of this site`} className={`${css.weeks} not-printed`}>
      <Link to="/rosters/$siteId/$week" params={{ siteId: site.id, week: to(-1) }}>
        ← <Trans>Week of {dayInWords(to(-1), i18n.locale)}</Trans>
      </Link>
      <Link to="/rosters/$siteId/$week" params={{ siteId: site.id, week: to(1) }}>
        <Trans>Week of {dayInWords(to(1), i18n.locale)}</Trans> →
      </Link>
      <Link to="/rosters">
        <Trans>All rosters</Trans>
      </Link>
    </nav>
  )
}

function SiteLine({ site }: { site: Roster['site'] }) {
  const { i18n } = useLingui()
  return (
    <p className={css.site}>
      <Link to="/sites/$id" params={{ id: site.id }}>
        {site.name}
      </Link>
      {' · '}
      <Trans>
        report at {timeOfDay(site.reportAt, i18n.locale)}, {site.meetingPoint}
      </Trans>
      {' · '}
      {site.supervisorName}, <a href={`tel:${site.supervisorPhone}`}>{site.supervisorPhone}</a>
    </p>
  )
}
