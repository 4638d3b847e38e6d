import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { officeToday } from '../../../api/office-clock.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { type MonthDay, MonthGrid } from '../../../parts/month-grid/month-grid.tsx'
import { useGridDays } from '../parts/grid-days.ts'
import type { SchedulePage } from '../parts/words.ts'
import { inOrder } from './picks.ts'
import css from './schedule.module.css'
import type { ContractDraft } from './use-draft.ts'

/** The month of the site looked at; picking a day puts it into the contract beside it. */
export function DaysGrid({ page, draft }: { page: SchedulePage; draft: ContractDraft }) {
  const { t } = useLingui()
  const may = useMay()
  const { agency } = useSignedIn()
  const today = officeToday(agency.timeZone).toString()
  const siteId = page.siteId!
  const name = page.sites.find((site) => site.siteId === siteId)?.name ?? ''
  const here = draft.picks.filter((pick) => pick.siteId === siteId).map(({ day }) => day)
  const [month, setMonth] = useState((here[0] ?? page.firstDay).slice(0, 7))
  const proposed = page.plan?.days ?? []
  const take = (): void => {
    draft.put(inOrder([...draft.standing, ...proposed.map((day) => ({ day, siteId }))]))
    if (proposed[0]) setMonth(proposed[0].slice(0, 7))
  }
  useKeys([{ key: 'p', does: t`Take the proposed days`, press: take }])
  const days = withNotice(useGridDays(page.grid), { today, firstDay: page.firstDay, notice: t`too soon` })
  return (
    <section aria-labelledby="days" className={css.part}>
      <h2 id="days">
        <Trans>Days at {name}</Trans>
      </h2>
      <p>
        {proposed.length > 0 ? (
          <Plural value={proposed.length} one="# day is proposed here." other="# days are proposed here." />
        ) : (
          <Trans>No day is proposed here.</Trans>
        )}{' '}
        {page.plan && page.plan.short > 0 && (
          <Plural value={page.plan.short} one="# day finds no place." other="# days find no place." />
        )}{' '}
        {may('schedule.write') && proposed.length > 0 && (
          <Button type="button" outline onClick={take}>
            <Trans>Take the proposed days</Trans>
          </Button>
        )}
      </p>
      <MonthGrid
        title={t`Days at ${name}`}
        month={month}
        onMonth={setMonth}
        days={days}
        picked={here}
        onPick={(day) => may('schedule.write') && draft.toggle({ day, siteId })}
        today={today}
        level={3}
      />
    </section>
  )
}

/** Days before the first on which the person could work are closed, with why. */
function withNotice(
  days: Record<string, MonthDay>,
  { today, firstDay, notice }: { today: string; firstDay: string; notice: string },
): Record<string, MonthDay> {
  const soon = Object.entries(days).flatMap(([day, state]): [string, MonthDay][] => {
    if (day <= today) return []
    return [[day, day < firstDay ? { closed: notice } : state]]
  })
  return Object.fromEntries(soon)
}
