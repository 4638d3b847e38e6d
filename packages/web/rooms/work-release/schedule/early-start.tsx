import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { useDecision } from '../../programs/decider/decider.tsx'
import { type SchedulePage, workKey } from '../parts/words.ts'

/** The first day on which the person can work, and the permission for an earlier one. */
export function EarlyStart({ page }: { page: SchedulePage }) {
  const { t } = useLingui()
  const may = useMay()
  const mayDecide = useDecision('early-start')?.allowed ?? false
  const [asking, setAsking] = useState(false)
  const { earlyStart, noticeDays } = page
  if (earlyStart)
    return (
      <Because clause="WAP-P6.1" own facts={[{ name: t`Reason`, value: earlyStart.reason }]}>
        <Trans>
          {earlyStart.allowedBy} allows a first day within {noticeDays} days, for this contract.
        </Trans>
      </Because>
    )
  return (
    <>
      <Because clause="WAP-P6.1" own>
        <Trans>
          rosters are complete a week ahead, no day before <Day day={page.firstDay} />.
        </Trans>
      </Because>
      {may('schedule.allow-early') && mayDecide && (
        <p>
          <Button type="button" outline onClick={() => setAsking(true)}>
            <Trans>Allow an earlier first day</Trans>
          </Button>
        </p>
      )}
      {asking && (
        <Dialog title={t`Allow an earlier first day`} onClose={() => setAsking(false)}>
          <Allow enrolmentId={page.enrolmentId} onDone={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

const fields = { reason: area({ label: msg`Why`, required: true, most: 500 }) }

function Allow({ enrolmentId, onDone }: { enrolmentId: string; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'allow-early-start',
    about: enrolmentId,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/enrolments/{id}/early-start', {
        params: { path: { id: enrolmentId } },
        body: values,
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.schedule(enrolmentId) })
    },
  })
  return (
    <Form form={form} action={t`Allow once`}>
      <FormField form={form} name="reason" />
    </Form>
  )
}
