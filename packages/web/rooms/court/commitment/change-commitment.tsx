import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { Form, FormField, file, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { placed } from '../../people/parts/refusal.ts'
import { commitmentFields, commitmentOf, placeInCommitment, recordOf } from '../parts/commitment-fields.ts'
import { CommitmentPart } from '../parts/commitment-part.tsx'
import { itemNames, statesOf } from '../parts/items.ts'
import { Marks } from '../parts/marks.tsx'
import type { Commitment } from '../parts/types.ts'
import { useOtherOptions } from '../parts/use-others.ts'
import css from './commitment.module.css'
import { useReadAgain } from './use-commitment.ts'

const scan = { file: file({ label: msg`Scanned paper`, hint: msg`Only to put another in its place.` }) }

/** What was read from the paper, to be put right; the checklist beside it follows at once. */
export function ChangeCommitment({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  const readAgain = useReadAgain(commitment.id)
  const [isSaved, setSaved] = useState(false)
  const said = useSaid()
  const others = useOtherOptions(commitment.others)
  const { items } = commitment.checklist
  const fields = useMemo(() => {
    const names = Object.fromEntries(items.map((item) => [item.name, said(item.words)]))
    return { ...commitmentFields(others, names), ...scan }
  }, [others, items, said])
  const record = useMemo(() => ({ ...recordOf(commitment), whose: commitment.person.id }), [commitment])
  const form = useForm({
    name: 'change-commitment',
    about: commitment.id,
    fields,
    record,
    submit: async ({ values, attempt, record: opened }): Promise<Answer<unknown>> => {
      const kept = values.file
        ? await keepPaper({
            file: values.file,
            kind: 'commitment',
            title: t`Commitment`,
            personId: commitment.person.id,
          })
        : undefined
      if (kept && !kept.data) return { error: kept.error, response: kept.response }
      const states = statesOf(itemNames, { ...values, whose: commitment.person.id })
      const answer = await api.POST('/api/court/commitments/{commitmentId}', {
        params: { path: { commitmentId: commitment.id } },
        body: {
          ...commitmentOf(values, states, kept?.data?.paperId ?? commitment.fields.paperId),
          version: opened.version ?? commitment.version,
        },
        ...attempt,
      })
      return placed<unknown>(answer, {
        field: placeInCommitment,
        record: ({ version, ...current }) =>
          recordOf({ fields: current as Commitment['fields'], version: Number(version) }),
      })
    },
    onDone: async () => {
      await readAgain()
      setSaved(true)
    },
  })
  return (
    <Form
      form={form}
      action={t`Save commitment`}
      cancel={<span role="status">{isSaved && !form.unsaved && t`Saved`}</span>}
    >
      <div className={css.fields}>
        <CommitmentPart form={form} files={commitment.files} />
        <FormField form={form} name="file" />
        <Marks form={form} verdict="when-changed" />
      </div>
    </Form>
  )
}
