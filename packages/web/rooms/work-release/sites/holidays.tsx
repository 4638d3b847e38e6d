import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { day, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { workKey } from '../parts/words.ts'
import css from './sites.module.css'

type Holiday = { id: string; onDay: string; name: string }

/** Days on which no site takes anybody, unless it said otherwise for that day. */
export function Holidays() {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: workKey.holidays,
    queryFn: () => answer(api.GET('/api/work-release/holidays')),
  })
  useLiveQuery(['work.holiday-*'], workKey.holidays)
  return (
    <section aria-labelledby="holidays" className={css.part}>
      <h2 id="holidays">
        <Trans>Holidays</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>
          All sites are closed on these days. A site that works all the same is given its places on its own
          page.
        </Trans>
      </p>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.holidays.length === 0 && <p>{t`No holiday is entered from today on.`}</p>}
      <ul className={css.list}>
        {query.data?.holidays.map((holiday) => (
          <Line key={holiday.id} holiday={holiday} />
        ))}
      </ul>
      {may('site.write') && (
        <p>
          <Button type="button" outline onClick={() => setAdding(true)}>
            <Trans>Add holiday</Trans>
          </Button>
        </p>
      )}
      {adding && (
        <Dialog title={t`Add holiday`} onClose={() => setAdding(false)}>
          <AddHoliday onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Line({ holiday }: { holiday: Holiday }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <li className={css.line}>
      <span>
        <Day day={holiday.onDay} /> {holiday.name}
      </span>
      {may('site.write') && (
        <Button
          type="button"
          unstyled
          onClick={() => setAsking(true)}
          aria-label={t`Take back ${holiday.name}`}
        >
          <Trans>Take back</Trans>
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t`Take back ${holiday.name}?`}
          action={t`Take back holiday`}
          name="end-holiday"
          about={holiday.id}
          submit={(attempt) =>
            api.POST('/api/work-release/holidays/{id}/end', {
              params: { path: { id: holiday.id } },
              body: {},
              ...attempt,
            })
          }
          onDone={() => client.invalidateQueries({ queryKey: ['work'] })}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>The sites follow their plans on this day again.</Trans>
          </p>
        </AskFirst>
      )}
    </li>
  )
}

const fields = {
  onDay: day({ label: msg`Day`, required: true, earliest: 'today' }),
  name: text({ label: msg`Name`, required: true, most: 120 }),
}

function AddHoliday({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'add-holiday',
    fields,
    submit: ({ values, attempt }) => api.POST('/api/work-release/holidays', { body: values, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: ['work'] })
    },
  })
  return (
    <Form form={form} action={t`Add holiday`}>
      <FormField form={form} name="onDay" />
      <FormField form={form} name="name" />
    </Form>
  )
}
