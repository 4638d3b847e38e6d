import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import { area, choice, Form, FormField, useForm } from '../../../parts/form/index.ts'
import css from '../detention/detention.module.css'
import { detentionKey, type Evaluation } from '../parts/detention-words.ts'
import { EndForm } from '../parts/end-form.tsx'

const fields = {
  outcome: choice({
    label: msg`The home is`,
    required: true,
    options: [
      { value: 'accepted', label: msg`accepted` },
      { value: 'refused', label: msg`refused` },
    ],
  }),
  reason: area({ label: msg`Why`, required: true, most: 2000, lines: 2 }),
}

/** An officer's decision on the home. */
export function Decide({ id, evaluation }: { id: string; evaluation: Evaluation }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'decide-evaluation',
    about: `${id} ${evaluation.number}`,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/evaluation/decide', {
        params: { path: { id } },
        body: { ...values, version: evaluation.version },
        ...attempt,
      }),
    onDone: () => void client.invalidateQueries({ queryKey: detentionKey.all }),
  })
  return (
    <section aria-labelledby="decision" className={css.part}>
      <h2 id="decision">
        <Trans>The decision</Trans>
      </h2>
      <Because clause="EMP-3.3" told>
        <Trans>The home is accepted only with every criterion met.</Trans>
      </Because>
      <Form form={form} action={t`Decide on home`}>
        <FormField form={form} name="outcome" />
        <FormField form={form} name="reason" />
      </Form>
    </section>
  )
}

/** Opens the evaluation again where an officer wants it; a new adult, consent or address opens it by itself. */
export function Reopen({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <section aria-labelledby="reopen" className={css.part}>
      <h2 id="reopen">
        <Trans>Decided</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>A new adult, a withdrawn consent or a new address opens the evaluation again by itself.</Trans>
      </p>
      <p>
        <Button type="button" outline onClick={() => setAsking(true)}>
          <Trans>Open again</Trans>
        </Button>
      </p>
      {asking && (
        <EndForm
          title={t`Open the evaluation again?`}
          action={t`Open evaluation`}
          name="reopen-evaluation"
          about={id}
          submit={(reason, attempt) =>
            api.POST('/api/home/enrolments/{id}/evaluation/reopen', {
              params: { path: { id } },
              body: { reason },
              ...attempt,
            })
          }
          onDone={() => {
            setAsking(false)
            void client.invalidateQueries({ queryKey: detentionKey.all })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
