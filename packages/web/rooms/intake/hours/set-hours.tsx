import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import {
  day,
  Form,
  FormField,
  FormRow,
  rows,
  text,
  ticks,
  time,
  useForm,
  whole,
} from '../../../parts/form/index.ts'
import { placed } from '../../people/parts/refusal.ts'
import type { Hours } from '../queries.ts'
import { weekdays } from '../words.ts'
import css from './hours.module.css'
import { byWeekday, placeOfHours, weeklyOf } from './weekly.ts'

const fields = {
  fromDay: day({ label: msg`Holds from`, required: true, earliest: 'today', years: 'near' }),
  slotMinutes: whole({
    label: msg`Length of a time`,
    required: true,
    least: 5,
    most: 480,
    unit: msg`minutes`,
  }),
  capacity: whole({
    label: msg`People at a time`,
    hint: msg`How many interviews can be held at once.`,
    required: true,
    least: 1,
    most: 50,
  }),
  hours: rows({
    label: msg`Opening hours`,
    add: msg`Add hours`,
    row: msg`Hours`,
    of: {
      weekdays: ticks({
        label: msg({ message: 'On', context: 'weekdays' }),
        required: true,
        options: weekdays.map((label, index) => ({ value: String(index + 1), label })),
      }),
      opens: time({ label: msg`From`, required: true }),
      closes: time({ label: msg`To`, required: true }),
    },
  }),
  authority: text({
    label: msg`Who set them`,
    hint: msg`Such as a bureau order with its number.`,
    required: true,
    most: 300,
  }),
}

/** Sets the hours from a day on. What was before stays as it was. */
export function SetHours({ hours }: { hours: Hours }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'set-appointment-hours',
    fields,
    record: recordOf(hours),
    submit: async ({ values, attempt }) => {
      const answer = await api.POST('/api/intake/hours', {
        body: { ...values, hours: byWeekday(values.hours) },
        ...attempt,
      })
      return placed(answer, { field: (path) => placeOfHours(path, values.hours) })
    },
    onDone: () => client.invalidateQueries({ queryKey: ['intake'] }),
  })
  return (
    <section aria-labelledby="set" className={css.part}>
      <h2 id="set">
        <Trans>Set the hours</Trans>
      </h2>
      <Form form={form} action={t`Set hours`}>
        <FormRow>
          <FormField form={form} name="fromDay" />
          <FormField form={form} name="slotMinutes" />
          <FormField form={form} name="capacity" />
        </FormRow>
        <FormField form={form} name="hours" />
        <FormField form={form} name="authority" />
      </Form>
      <Because clause="WAP-APPT.1" own>
        <Trans>the source asks for an appointment and leaves its hours to the office.</Trans>
      </Because>
    </section>
  )
}

/** Begins from what is in force: usually one thing changes. */
function recordOf({ inForce }: Hours) {
  if (!inForce) return {}
  return {
    slotMinutes: inForce.slotMinutes,
    capacity: inForce.capacity,
    hours: weeklyOf(inForce.hours),
  }
}
