import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import { area, choice, Form, FormField, FormPart, select, useForm } from '../../../parts/form/index.ts'
import { codeNames, homeKey, type LeavePage } from '../parts/words.ts'

const grants = ['confirmed', 'regular', 'court-ordered', 'emergency', 'other'] as const
const denials = [
  'not-confirmed',
  'place-not-approved',
  'asked-too-late',
  'court-hours',
  'conduct',
  'not-needed',
  'other',
] as const

const offered = <Code extends keyof typeof codeNames>(codes: readonly Code[]) =>
  codes.map((value) => ({ value, label: codeNames[value] }))

const fields = {
  outcome: choice({
    label: msg`Decision`,
    required: true,
    options: [
      { value: 'granted', label: msg`Grant` },
      { value: 'denied', label: msg`Deny` },
    ],
  }),
  grantCode: select({ label: msg`Reason`, options: offered(grants) }),
  denyCode: select({ label: msg`Reason`, options: offered(denials) }),
  note: area({ label: msg`In words`, most: 500 }),
}

/** Decides a leave with a coded reason; granted, it holds from its beginning, but never before the decision. */
export function DecideLeave({ leave }: { leave: LeavePage }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'decide-leave',
    about: leave.id,
    fields,
    check: ({ outcome, grantCode, denyCode, note }) => {
      const path = outcome === 'granted' ? 'grantCode' : 'denyCode'
      const code = outcome === 'granted' ? grantCode : denyCode
      if (code === null) return [{ path, message: t`Choose the reason.` }]
      return code === 'other' && note === ''
        ? [{ path: 'note', message: t`Say in words what the reason is.` }]
        : []
    },
    submit: ({ values: { outcome, grantCode, denyCode, note }, attempt }) =>
      api.POST('/api/home/leave/{id}/decision', {
        params: { path: { id: leave.id } },
        body:
          outcome === 'granted'
            ? { outcome, code: grantCode!, note, version: leave.version }
            : { outcome, code: denyCode!, note, version: leave.version },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: homeKey.leave }),
  })
  const { outcome } = form.typed
  return (
    <Form form={form} action={t`Record decision`}>
      <FormPart title={t`Decide`}>
        <Because clause="EMP-1.2" told>
          <Trans>
            Granted, it lifts the zones to be in for its time, from this decision on; a zone to stay out of
            still binds.
          </Trans>
        </Because>
        <FormField form={form} name="outcome" />
        {outcome === 'granted' && <FormField form={form} name="grantCode" />}
        {outcome === 'denied' && <FormField form={form} name="denyCode" />}
        <FormField form={form} name="note" />
      </FormPart>
    </Form>
  )
}
