import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { day, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { type Delegation, delegationsKey } from './delegation.ts'

const fields = {
  fromDay: day({
    label: msg`Ends on`,
    required: true,
    earliest: 'today',
    hint: msg`The first day on which it no longer holds. Today ends it at once.`,
  }),
  reason: text({ label: msg`Why`, required: true, most: 500 }),
}

/** Ends a delegation from a day on; it stays on the list with who ended it and why. */
export function EndDelegation({ delegation, onDone }: { delegation: Delegation; onDone: () => void }) {
  const { t } = useLingui()
  const said = useSaid()
  const client = useQueryClient()
  const form = useForm({
    name: 'end-delegation',
    about: delegation.id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/access/delegations/end', {
        body: { ...values, delegationId: delegation.id },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: delegationsKey })
    },
  })
  const decision = said(delegation.decision)
  const program = delegation.program ?? t`every program`
  return (
    <>
      <p>
        <Trans>
          {delegation.to.name}: {decision}, {program}. What was decided while it held stands.
        </Trans>
      </p>
      <Form form={form} action={t`End delegation`}>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}
