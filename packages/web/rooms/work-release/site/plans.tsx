import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { day, Form, FormField, FormRow, useForm, type ValuesOf, whole } from '../../../parts/form/index.ts'
import { type SitePage, workKey } from '../parts/words.ts'
import css from './site.module.css'

/** How many people the site takes by day of the week, from which day on. */
export function Plans({ page }: { page: SitePage }) {
  const { t } = useLingui()
  const may = useMay()
  const [setting, setSetting] = useState(false)
  return (
    <section aria-labelledby="plans" className={css.part}>
      <h2 id="plans">
        <Trans>People a day</Trans>
      </h2>
      {page.plans.length === 0 ? (
        <p>{t`No places are entered: nobody can be sent here yet.`}</p>
      ) : (
        <Table page={page} />
      )}
      {may('site.write') && (
        <p>
          <Button type="button" outline onClick={() => setSetting(true)}>
            <Trans>Set places</Trans>
          </Button>
        </p>
      )}
      {setting && (
        <Dialog title={t`People a day`} onClose={() => setSetting(false)}>
          <SetPlaces page={page} onDone={() => setSetting(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Table({ page }: { page: SitePage }) {
  const { t } = useLingui()
  const names = [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={css.frame} tabIndex={0} aria-label={t`People a day by day of the week`}>
      <table className={css.plans}>
        <thead>
          <tr>
            <th scope="col">{t`From`}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t`Entered by`}</th>
          </tr>
        </thead>
        <tbody>
          {page.plans.map((plan) => (
            <tr key={plan.fromDay}>
              <th scope="row">
                <Day day={plan.fromDay} of="record" />
              </th>
              {plan.places.map((places, weekday) => (
                <td key={names[weekday]}>{places}</td>
              ))}
              <td>{plan.enteredBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const people = (label: ReturnType<typeof msg>) => whole({ label, required: true, least: 0, most: 500 })

const fields = {
  fromDay: day({ label: msg`From`, required: true }),
  monday: people(msg`Mon`),
  tuesday: people(msg`Tue`),
  wednesday: people(msg`Wed`),
  thursday: people(msg`Thu`),
  friday: people(msg`Fri`),
  saturday: people(msg`Sat`),
  sunday: people(msg`Sun`),
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function SetPlaces({ page, onDone }: { page: SitePage; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [newest] = page.plans
  const record = newest
    ? (Object.fromEntries(weekdays.map((name, i) => [name, newest.places[i]])) as Partial<
        ValuesOf<typeof fields>
      >)
    : {}
  const form = useForm({
    name: 'set-places',
    about: page.id,
    fields,
    record,
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/sites/{id}/capacity', {
        params: { path: { id: page.id } },
        body: { fromDay: values.fromDay, places: weekdays.map((name) => values[name]) },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.site(page.id) })
      await client.invalidateQueries({ queryKey: workKey.sites })
    },
  })
  return (
    <Form form={form} action={t`Set places`}>
      <FormField form={form} name="fromDay" />
      <FormRow>
        {weekdays.map((name) => (
          <FormField key={name} form={form} name={name} />
        ))}
      </FormRow>
    </Form>
  )
}
