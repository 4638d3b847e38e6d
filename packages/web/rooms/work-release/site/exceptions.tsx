import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { type SitePage, workKey } from '../parts/words.ts'
import { ExceptDay } from './except-day.tsx'
import css from './site.module.css'

type Exception = SitePage['exceptions'][number]

/** The days to come on which the site differs from its plan. */
export function Exceptions({ page }: { page: SitePage }) {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  return (
    <section aria-labelledby="exceptions" className={css.part}>
      <h2 id="exceptions">
        <Trans>Days that differ from the plan</Trans>
      </h2>
      {page.exceptions.length === 0 && <p>{t`None from today on.`}</p>}
      <ul>
        {page.exceptions.map((exception) => (
          <Line key={exception.id} siteId={page.id} exception={exception} />
        ))}
      </ul>
      {may('site.write') && (
        <p>
          <Button type="button" outline onClick={() => setAdding(true)}>
            <Trans>Add day</Trans>
          </Button>
        </p>
      )}
      {adding && (
        <Dialog title={t`A day that differs from the plan`} onClose={() => setAdding(false)}>
          <ExceptDay siteId={page.id} onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Line({ siteId, exception }: { siteId: string; exception: Exception }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const words = {
    holiday: t`closed for a holiday`,
    closed: t`closed`,
    'other-number': plural(exception.places, { one: '# person', other: '# people' }),
  }
  return (
    <li className={css.line}>
      <span>
        <Day day={exception.onDay} />: {words[exception.kind]}
        {exception.note !== '' && <span className={css.soft}> {exception.note}</span>}
      </span>
      {may('site.write') && (
        <Button
          type="button"
          unstyled
          onClick={() => setAsking(true)}
          aria-label={t`Take back ${exception.onDay}`}
        >
          <Trans>Take back</Trans>
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t`Let this day follow the plan again?`}
          action={t`Take back exception`}
          name="end-exception"
          about={exception.id}
          submit={(attempt) =>
            api.POST('/api/work-release/sites/{id}/exceptions/{exceptionId}/end', {
              params: { path: { id: siteId, exceptionId: exception.id } },
              body: {},
              ...attempt,
            })
          }
          onDone={() => client.invalidateQueries({ queryKey: workKey.site(siteId) })}
          onClose={() => setAsking(false)}
        >
          <p>
            <Day day={exception.onDay} />
          </p>
        </AskFirst>
      )}
    </li>
  )
}
