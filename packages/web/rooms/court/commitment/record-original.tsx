import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { choice, day, Form, FormField, file, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { Cancel } from '../../people/parts/cancel.tsx'
import type { Commitment } from '../parts/types.ts'
import { useReadAgain } from './use-commitment.ts'

const fields = {
  form: choice({
    label: msg`What came`,
    required: true,
    options: [
      { value: 'original', label: msg`The original` },
      { value: 'certified-copy', label: msg`A certified copy` },
    ],
  }),
  receivedOn: day({ label: msg`It came on`, required: true, latest: 'today' }),
  file: file({ label: msg`Scan of it` }),
}

/** The original or certified copy after a fax (WAP-AUTH.2). The fax stays beside it. */
export function RecordOriginal({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const readAgain = useReadAgain(commitment.id)
  const form = useForm({
    name: 'record-original',
    about: commitment.id,
    fields,
    record: { receivedOn: officeToday(agency.timeZone).toString() },
    submit: async ({ values, attempt }): Promise<Answer<unknown>> => {
      const kept = values.file
        ? await keepPaper({
            file: values.file,
            kind: 'commitment',
            title: t`Commitment, the original`,
            personId: commitment.person.id,
          })
        : undefined
      if (kept && !kept.data) return { error: kept.error, response: kept.response }
      return api.POST('/api/court/commitments/{commitmentId}/original', {
        params: { path: { commitmentId: commitment.id } },
        body: {
          version: commitment.version,
          form: values.form,
          receivedOn: values.receivedOn,
          paperId: kept?.data?.paperId ?? null,
        },
        ...attempt,
      })
    },
    onDone: async () => {
      await readAgain()
      onClose()
    },
  })
  return (
    <Form form={form} action={t`Record original`} cancel={<Cancel onCancel={onClose} />}>
      <FormField form={form} name="form" />
      <FormField form={form} name="receivedOn" />
      <FormField form={form} name="file" />
    </Form>
  )
}
