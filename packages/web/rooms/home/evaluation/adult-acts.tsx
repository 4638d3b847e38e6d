import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { day, Form, FormField, FormRow, file, text, useForm } from '../../../parts/form/index.ts'
import { type Adult, detentionKey } from '../parts/detention-words.ts'

type ActProps = { adult: Adult; onDone: () => void }

/** After an act on an adult: the dialog closes and everything that follows is read again. */
function useAfter(onDone: () => void) {
  const client = useQueryClient()
  return async () => {
    onDone()
    await client.invalidateQueries({ queryKey: detentionKey.all })
  }
}

const signFields = {
  consentOn: day({ label: msg`Consent to search signed on`, latest: 'today' }),
  rulesOn: day({ label: msg`Agreed to the rules on`, latest: 'today' }),
  file: file({ label: msg`Scan of the consent` }),
}

/** What an adult signed. */
export function Sign({ adult, personId, onDone }: ActProps & { personId: string }) {
  const { t } = useLingui()
  const after = useAfter(onDone)
  const form = useForm({
    name: 'record-consent',
    about: adult.id,
    fields: signFields,
    record: {
      consentOn: adult.withdrawnOn ? null : adult.consentOn,
      rulesOn: adult.rulesOn,
      version: adult.version,
    },
    check: ({ consentOn, rulesOn }) =>
      consentOn === null && rulesOn === null
        ? [{ path: 'consentOn', message: t`Give the day of at least one of the two.` }]
        : [],
    submit: async ({ values, attempt, record }) => {
      const title = t`Consent to search, ${adult.name}`
      const kept =
        values.file && (await keepPaper({ file: values.file, kind: 'consent-to-search', title, personId }))
      if (kept && !kept.data) return { error: kept.error, response: kept.response }
      return api.POST('/api/home/adults/{id}/consent', {
        params: { path: { id: adult.id } },
        body: {
          consentOn: values.consentOn,
          rulesOn: values.rulesOn,
          paperId:
            kept?.data?.paperId ?? (values.consentOn === adult.consentOn ? adult.consentPaperId : null),
          version: record.version ?? adult.version,
        },
        ...attempt,
      })
    },
    onDone: () => void after(),
  })
  return (
    <Form form={form} action={t`Record signatures`}>
      <FormRow>
        <FormField form={form} name="consentOn" />
        <FormField form={form} name="rulesOn" />
      </FormRow>
      <FormField form={form} name="file" />
    </Form>
  )
}

const withdrawFields = {
  on: day({ label: msg`On`, required: true, latest: 'today' }),
  note: text({ label: msg`Note`, most: 1000 }),
}

/** An adult takes the consent back. */
export function Withdraw({ adult, onDone }: ActProps) {
  const { t } = useLingui()
  const after = useAfter(onDone)
  const form = useForm({
    name: 'withdraw-consent',
    about: adult.id,
    fields: withdrawFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/adults/{id}/withdraw', {
        params: { path: { id: adult.id } },
        body: { ...values, version: adult.version },
        ...attempt,
      }),
    onDone: () => void after(),
  })
  return (
    <Form form={form} action={t`Record withdrawal of consent`}>
      <FormField form={form} name="on" />
      <FormField form={form} name="note" />
      <p>
        <Trans>The evaluation opens again (EMP-3.3). A unit that is worn stays on.</Trans>
      </p>
    </Form>
  )
}

const leftFields = { on: day({ label: msg`On`, required: true, latest: 'today' }) }

/** An adult has moved out. */
export function Left({ adult, onDone }: ActProps) {
  const { t } = useLingui()
  const after = useAfter(onDone)
  const form = useForm({
    name: 'adult-left',
    about: adult.id,
    fields: leftFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/adults/{id}/left', {
        params: { path: { id: adult.id } },
        body: { ...values, version: adult.version },
        ...attempt,
      }),
    onDone: () => void after(),
  })
  return (
    <Form form={form} action={t`Record as moved out`}>
      <FormField form={form} name="on" />
    </Form>
  )
}
