import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { dayInWords } from '../../../parts/day/format.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { MonthGrid } from '../../../parts/month-grid/month-grid.tsx'
import { useGridDays } from '../parts/grid-days.ts'
import { type SitePage, workKey } from '../parts/words.ts'
import { ExceptDay } from './except-day.tsx'
import css from './site.module.css'

/** A month of the site with the places left; a day is pressed to give it other places. */
export function PlacesGrid({ page }: { page: SitePage }) {
  const { t, i18n } = useLingui()
  const { agency } = useSignedIn()
  const may = useMay()
  const today = officeToday(agency.timeZone).toString()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [excepting, setExcepting] = useState<string>()
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const lastDay = first.add({ months: 1 }).subtract({ days: 1 })
  const key = [...workKey.site(page.id), 'days', month]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(
        api.GET('/api/work-release/sites/{id}/days', {
          params: { path: { id: page.id }, query: { from: first.toString(), lastDay: lastDay.toString() } },
        }),
      ),
    placeholderData: (before) => before,
  })
  useLiveQuery(['work.contract-made'], key)
  const days = query.data?.days ?? []
  const taken = days.reduce((sum, day) => sum + day.taken, 0)
  return (
    <section className={css.part} aria-label={t`Places by day`}>
      <MonthGrid
        title={t`Places at ${page.site.name}`}
        month={month}
        onMonth={setMonth}
        days={useGridDays(days)}
        picked={[]}
        onPick={(day) => may('site.write') && day >= today && setExcepting(day)}
        today={today}
      />
      <p className={css.soft}>
        <Trans>{taken} places taken in this month.</Trans>{' '}
        {may('site.write') && <Trans>Press a day to close it or to give it another number of places.</Trans>}
      </p>
      {excepting && (
        <Dialog title={dayInWords(excepting, i18n.locale)} onClose={() => setExcepting(undefined)}>
          <ExceptDay siteId={page.id} onDay={excepting} onDone={() => setExcepting(undefined)} />
        </Dialog>
      )}
    </section>
  )
}
