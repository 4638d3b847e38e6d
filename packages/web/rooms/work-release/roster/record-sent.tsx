import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, day, Form, FormField, FormRow, select, useForm } from '../../../parts/form/index.ts'
import type { Roster } from '../parts/words.ts'
import { wayOptions } from './ways.ts'

const fields = {
  onDay: day({ label: msg`Sent on`, required: true, latest: 'today' }),
  how: select({ label: msg`How`, required: true, options: wayOptions }),
  note: area({ label: msg`Note`, most: 300, lines: 2 }),
}

/** Records that the week's roster went to its site (WAP-P6.1); again when the week changed. */
export function RecordSent({ roster, today }: { roster: Roster; today: string }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button type="button" outline={roster.sent.length > 0} onClick={() => setAsking(true)}>
        {roster.sent.length > 0 ? <Trans>Record as sent again</Trans> : <Trans>Record as sent</Trans>}
      </Button>
      {asking && (
        <Dialog title={t`Roster sent to ${roster.site.name}`} onClose={() => setAsking(false)}>
          <SentForm roster={roster} today={today} onClose={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  )
}

type SentFormProps = { roster: Roster; today: string; onClose: () => void }

function SentForm({ roster: { site, week }, today, onClose }: SentFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'roster-sent',
    about: `${site.id} ${week}`,
    fields,
    record: { onDay: today },
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/rosters/{siteId}/{week}/sent', {
        params: { path: { siteId: site.id, week } },
        body: values,
        ...attempt,
      }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['work'] })
    },
  })
  return (
    <Form
      form={form}
      action={t`Record as sent`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <FormRow>
        <FormField form={form} name="onDay" />
        <FormField form={form} name="how" />
      </FormRow>
      <FormField form={form} name="note" />
    </Form>
  )
}
