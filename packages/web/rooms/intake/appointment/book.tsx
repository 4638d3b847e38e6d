import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { area, choice, Form, FormField, text, tick, ticks, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { SlotPicker } from '../parts/slot-picker.tsx'
import { type AppointmentPage, keys } from '../queries.ts'
import { purposes, toldWords } from '../words.ts'
import css from './appointment.module.css'

const fields = {
  startsAt: text({ label: msg`Time of the appointment`, required: true }),
  limitingCondition: choice({
    label: msg`Does a condition limit the person’s work?`,
    hint: msg`As the person says. A doctor’s diagnosis must then be brought.`,
    required: true,
    options: [
      { value: 'no', label: msg`No` },
      { value: 'yes', label: msg`Yes` },
      { value: 'unknown', label: msg`Not asked yet` },
    ],
  }),
  told: ticks({
    label: msg`The person was told`,
    options: [
      { value: 'fees', label: toldWords.fees },
      { value: 'payment-forms', label: toldWords['payment-forms'] },
      { value: 'diagnosis', label: toldWords.diagnosis },
    ],
  }),
  bringsStatement: tick({ label: msg`The person brings a financial statement` }),
  noWorksheetReason: area({
    label: msg`Why the appointment is made before the adjusted sentence is computed`,
    hint: msg`Only when it cannot be computed yet.`,
    most: 500,
    lines: 2,
  }),
}

/** Makes an appointment: a time with a place left, and what the person is told (WAP-APPT.1). */
export function Book({ id, page }: { id: string; page: AppointmentPage }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'book-appointment',
    about: id,
    fields,
    submit: async ({ values, attempt }) => {
      const answer = await api.POST('/api/intake/enrolments/{id}/appointments', {
        params: { path: { id } },
        body: values,
        ...attempt,
      })
      // Somebody was quicker: the times are shown as they stand now.
      if (answer.response.status === 409) await client.invalidateQueries({ queryKey: keys.allSlots })
      return answer
    },
    onDone: async () => {
      await client.invalidateQueries({ queryKey: keys.allSlots })
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  const startsAt = typeof form.typed.startsAt === 'string' ? form.typed.startsAt : ''
  return (
    <section aria-labelledby="book" className={css.part}>
      <h2 id="book">
        <Trans>Make an appointment</Trans>
      </h2>
      <p className={css.soft}>{i18n._(purposes[page.purpose])}</p>
      <Form form={form} action={t`Book appointment`}>
        <SlotPicker
          id={`${form.id}-startsAt`}
          value={startsAt}
          onPick={(chosen) => form.put('startsAt', chosen)}
          problem={form.problems.find(({ path }) => path === 'startsAt')?.message}
        />
        {page.adjustedDays === null && <FormField form={form} name="noWorksheetReason" />}
        <FormField form={form} name="limitingCondition" />
        <FormField form={form} name="told" />
        <FormField form={form} name="bringsStatement" />
      </Form>
    </section>
  )
}
