import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Status } from '../../../parts/status/status.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { type SiteSheet, workKey } from '../parts/words.ts'
import { tickOf } from './queue.ts'
import css from './site-sheet.module.css'
import type { Ticks } from './use-ticks.ts'

export type ReturnSheetProps = { site: SiteSheet['sites'][number]; sheet: SiteSheet; ticks: Ticks }

/** Returns the week's sheet once its last day has come and every day on it is ticked and saved (WAP-P6.2). */
export function ReturnSheet({ site, sheet, ticks }: ReturnSheetProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const days = site.people.flatMap((person) => person.days)
  const lastDay = days
    .map(({ day }) => day)
    .toSorted()
    .at(-1)
  if (site.returned) {
    return (
      <p>
        <Status tone="settled">
          <Trans>This week’s sheet is returned. If something on it is wrong, call the office.</Trans>
        </Status>
      </p>
    )
  }
  if (lastDay === undefined || lastDay > sheet.today) return null
  const open = days.filter(
    ({ mark, contractDayId }) => mark === null && !tickOf(ticks.queue, contractDayId),
  ).length
  const unsent = days.filter(({ contractDayId }) => tickOf(ticks.queue, contractDayId)).length
  if (open > 0) {
    return (
      <p>
        <Plural
          value={open}
          one="# day is not ticked yet. Tick it, then return the sheet."
          other="# days are not ticked yet. Tick them, then return the sheet."
        />
      </p>
    )
  }
  if (unsent > 0) {
    return (
      <p>
        <Trans>The sheet can be returned when every tick is at the office.</Trans>
      </p>
    )
  }
  return (
    <>
      <button type="button" className={`${css.button} ${css.main}`} onClick={() => setAsking(true)}>
        <Trans>Return this week’s sheet</Trans>
      </button>
      {asking && (
        <AskFirst
          title={t`Return the sheet of ${site.name}?`}
          action={t`Return sheet`}
          name="return-site-sheet"
          about={`${site.id} ${sheet.week}`}
          submit={(attempt) =>
            api.POST('/api/work-release/site-sheet/{siteId}/return', {
              params: { path: { siteId: site.id } },
              body: {},
              ...attempt,
            })
          }
          onDone={() => {
            setAsking(false)
            void client.invalidateQueries({ queryKey: workKey.siteSheet })
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>Every day on it is ticked. After this only the office can change it.</Trans>
          </p>
        </AskFirst>
      )}
    </>
  )
}
