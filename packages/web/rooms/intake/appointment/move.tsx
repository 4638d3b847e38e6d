import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import { area, Form, FormField, text, tick, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { SlotPicker } from '../parts/slot-picker.tsx'
import { type Appointment, keys } from '../queries.ts'
import css from './appointment.module.css'

const fields = {
  startsAt: text({ label: msg`Time of the appointment`, required: true }),
  reason: area({ label: msg`Why it is moved`, required: true, most: 500, lines: 2 }),
  bringsStatement: tick({ label: msg`The person brings a financial statement then` }),
}

type MoveProps = { id: string; open: Appointment; onDone: () => void }

/** Another time for the same interview; one that has begun is stopped and goes on then (WAP-P3.2). */
export function Move({ id, open, onDone }: MoveProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const isStopped = open.state === 'in-interview'
  const form = useForm({
    name: 'move-appointment',
    about: open.id,
    fields,
    record: { version: open.version },
    submit: async ({ values, attempt, record }) => {
      const answer = await api.POST('/api/intake/appointments/{id}/move', {
        params: { path: { id: open.id } },
        body: { ...values, version: record.version ?? open.version },
        ...attempt,
      })
      if (answer.response.status === 409) await client.invalidateQueries({ queryKey: keys.allSlots })
      return answer
    },
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: keys.allSlots })
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  const startsAt = typeof form.typed.startsAt === 'string' ? form.typed.startsAt : ''
  return (
    <div className={css.doing}>
      {isStopped && (
        <Because clause={['WAP-P3.2', 'WAP-P3.3']}>
          <Trans>
            when the fees are not brought the interview may stop and go on at a new appointment; inability to
            pay is no violation.
          </Trans>
        </Because>
      )}
      <Form
        form={form}
        action={isStopped ? t`Stop and book anew` : t`Move appointment`}
        cancel={
          <Button type="button" outline onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <SlotPicker
          id={`${form.id}-startsAt`}
          value={startsAt}
          onPick={(chosen) => form.put('startsAt', chosen)}
          problem={form.problems.find(({ path }) => path === 'startsAt')?.message}
        />
        <FormField form={form} name="reason" />
        <FormField form={form} name="bringsStatement" />
      </Form>
    </div>
  )
}
