import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, ticks, useForm } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { Cancel } from '../../people/parts/cancel.tsx'
import type { Commitment } from '../parts/types.ts'
import { useReadAgain } from './use-commitment.ts'

type AskCourtProps = {
  commitment: Commitment
  /** All of it was asked for before, and the court has not answered. */
  again: boolean
  onClose: () => void
}

/** One letter to the court for all that its paper lacks; anything ticked off stays to be asked for. */
export function AskCourt({ commitment, again, onClose }: AskCourtProps) {
  const { t } = useLingui()
  const said = useSaid()
  const readAgain = useReadAgain(commitment.id)
  const missing = commitment.checklist.askCourt
  const fields = useMemo(
    () => ({
      items: ticks({
        label: msg`What is asked for`,
        required: true,
        options: missing.map(({ name, words }) => ({ value: name, label: said(words) })),
      }),
      note: area({ label: msg`Note to the court`, most: 2000, lines: 3 }),
    }),
    [missing, said],
  )
  const form = useForm({
    name: 'ask-court',
    about: commitment.id,
    fields,
    record: { items: missing.map(({ name }) => name) },
    submit: ({ values, attempt }) =>
      api.POST('/api/court/commitments/{commitmentId}/ask', {
        params: { path: { commitmentId: commitment.id } },
        body: {
          version: commitment.version,
          items: values.items as never,
          note: values.note,
          again,
        },
        ...attempt,
      }),
    onDone: async () => {
      await readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} action={t`Make the letter`} cancel={<Cancel onCancel={onClose} />}>
      <FormField form={form} name="items" />
      <FormField form={form} name="note" />
    </Form>
  )
}
