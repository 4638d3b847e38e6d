import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import type { Waiver } from '../words.ts'
import css from './waiver.module.css'

const fields = { reason: area({ label: msg`What the person said`, required: true, most: 500, lines: 2 }) }

/** Takes back a request on the person's word. */
export function TakeBack({ waiver }: { waiver: Waiver }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const form = useForm({
    name: 'withdraw-waiver',
    about: waiver.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/money/withdraw-waiver', { body: { waiverId: waiver.id, ...values }, ...attempt }),
    onDone: () => client.invalidateQueries({ queryKey: ['money'] }),
  })
  return (
    <section aria-labelledby="take-back" className={css.part}>
      <h2 id="take-back">
        <Trans>If the person no longer asks</Trans>
      </h2>
      {open ? (
        <Form form={form} action={t`Take back request`}>
          <FormField form={form} name="reason" />
        </Form>
      ) : (
        <p>
          <Button type="button" outline onClick={() => setOpen(true)}>
            <Trans>Take back request</Trans>
          </Button>
        </p>
      )}
    </section>
  )
}
