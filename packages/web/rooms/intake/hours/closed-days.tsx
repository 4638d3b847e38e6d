import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { day, Form, FormField, FormRow, text, useForm } from '../../../parts/form/index.ts'
import { ActButton } from '../parts/act-button.tsx'
import type { Hours } from '../queries.ts'
import css from './hours.module.css'

/** Days on which nobody is seen. Who has an appointment then is listed on the day and has to be moved. */
export function ClosedDays({ hours }: { hours: Hours }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <section aria-labelledby="closed" className={css.part}>
      <h2 id="closed">
        <Trans>Closed days</Trans>
      </h2>
      {hours.closedDays.length === 0 && (
        <Empty title={t`No day is closed`}>
          <Trans>Holidays and training days are closed here.</Trans>
        </Empty>
      )}
      <ul className={css.closed}>
        {hours.closedDays.map((closed) => (
          <li key={closed.id}>
            <Link to="/appointments" search={{ day: closed.day }}>
              <Day day={closed.day} />
            </Link>
            <span>{closed.reason}</span>
            {may('parameter.enter') && (
              <ActButton
                look="unstyled"
                renews={[['intake']]}
                send={(headers) =>
                  api.POST('/api/intake/closed-days/{id}/open', {
                    params: { path: { id: closed.id } },
                    body: {},
                    headers,
                  })
                }
              >
                <Trans>Open again</Trans>
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {may('parameter.enter') && <CloseDay />}
    </section>
  )
}

const fields = {
  day: day({ label: msg`Day`, required: true, earliest: 'today', years: 'near' }),
  reason: text({ label: msg`Why`, required: true, most: 200 }),
}

function CloseDay() {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'close-day',
    fields,
    submit: ({ values, attempt }) => api.POST('/api/intake/closed-days', { body: values, ...attempt }),
    onDone: () => client.invalidateQueries({ queryKey: ['intake'] }),
  })
  return (
    <Form form={form} action={t`Close day`}>
      <FormRow>
        <FormField form={form} name="day" />
        <FormField form={form} name="reason" />
      </FormRow>
    </Form>
  )
}
