import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { area, Form, FormField, rows, select, ticks, time, useForm } from '../../../parts/form/index.ts'
import { readForm } from '../../../parts/form/read-form.ts'
import { TriedPart } from '../parts/tried.tsx'
import { useTrial } from '../parts/use-trial.ts'
import { useTrialGate, useTriedForm } from '../parts/use-trial-gate.ts'
import { dayNames, type HoursPage, homeKey, type WeeklyHours, weekdays } from '../parts/words.ts'
import { HoursGrid } from './hours-grid.tsx'

const hoursFields = (page: HoursPage) => ({
  weekly: rows({
    label: msg`Hours`,
    hint: msg`A zone that is named here binds in these hours only. An end at or before the beginning is on the next day.`,
    add: msg`Add hours`,
    row: msg`Hours`,
    of: {
      zone: select({
        label: msg`Zone`,
        required: true,
        options: page.zones.map(({ id, name }) => ({ value: id, label: name })),
      }),
      days: ticks({
        label: msg`Days`,
        required: true,
        options: weekdays.map((value) => ({ value, label: dayNames[value] })),
      }),
      from: time({ label: msg`From`, required: true }),
      to: time({ label: msg`To`, required: true }),
    },
  }),
  why: area({ label: msg`Why`, hint: msg`What changes, and on whose word`, required: true, most: 500 }),
})

/** The weekly hours as lines that are typed and a grid that follows them; the button wakes when they were tried. */
export function HoursForm({ page }: { page: HoursPage }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const [fields] = useState(() => hoursFields(page))
  const gate = useTrialGate()
  const typing = useForm({
    name: 'set-schedule',
    about: page.enrolmentId,
    fields,
    record: { weekly: page.weekly.map(asTyped), why: '', version: page.version },
    check: () => gate.problems(t`Look at what it would have done, then press again.`),
    submit: ({ values, attempt, record }) =>
      api.POST('/api/home/enrolments/{id}/schedule', {
        params: { path: { id: page.enrolmentId } },
        body: { ...values, version: record.version ?? page.version },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: homeKey.hours(page.enrolmentId) }),
  })
  const read = readForm({ weekly: fields.weekly }, typing.typed, agency.timeZone)
  const weekly: WeeklyHours[] | null = read.ok ? read.values.weekly : null
  const trial = useTrial(page.enrolmentId, weekly && { kind: 'schedule', weekly })
  const { form, asleep } = useTriedForm(gate, trial, typing, t`Try it on the last 14 days first.`)
  return (
    <>
      {weekly ? (
        <HoursGrid zones={page.zones} weekly={weekly} />
      ) : (
        <p role="status">
          <Trans>The week is drawn here when all lines can be read.</Trans>
        </p>
      )}
      <Form form={form} action={t`Save hours`} asleep={asleep}>
        <FormField form={form} name="weekly" />
        <TriedPart trial={trial} canTry={weekly !== null} onAsleep={() => form.look()} />
        <FormField form={form} name="why" />
      </Form>
    </>
  )
}

/** Midnight at the end of a day is typed as people write it: as the beginning of the next. */
const asTyped = (hours: WeeklyHours): WeeklyHours =>
  hours.to === '24:00' ? { ...hours, to: '00:00' } : hours
