import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { Cancel } from '../../people/parts/cancel.tsx'
import type { Commitment } from '../parts/types.ts'
import { useReadAgain } from './use-commitment.ts'

const fields = {
  note: area({
    label: msg`Note to the court`,
    required: true,
    most: 2000,
    hint: msg`Goes with the paper, and stays on record.`,
  }),
}

/** Sends a paper back with a note (WAP-P1.2). The record of it stays; what the court sends next is a new one. */
export function ReturnCommitment({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const { t } = useLingui()
  const readAgain = useReadAgain(commitment.id)
  const hasNoFile = commitment.checklist.file === 'return-to-court'
  const form = useForm({
    name: 'return-commitment',
    about: commitment.id,
    fields,
    record: { note: hasNoFile ? t`We do not have a file on this person.` : '' },
    submit: ({ values, attempt }) =>
      api.POST('/api/court/commitments/{commitmentId}/return', {
        params: { path: { commitmentId: commitment.id } },
        body: { version: commitment.version, note: values.note },
        ...attempt,
      }),
    onDone: async () => {
      await readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} action={t`Return commitment`} cancel={<Cancel onCancel={onClose} />}>
      {hasNoFile && (
        <Because clause="WAP-P1.2">
          {t`it is modified or lists no jail orders, and no active file was found`}
        </Because>
      )}
      <FormField form={form} name="note" />
    </Form>
  )
}
