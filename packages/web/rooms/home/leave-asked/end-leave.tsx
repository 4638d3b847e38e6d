import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, select, useForm } from '../../../parts/form/index.ts'
import { endCodeNames, homeKey, type LeavePage } from '../parts/words.ts'

type EndCode = keyof typeof endCodeNames

const fields = {
  code: select({
    label: msg`Reason`,
    required: true,
    options: (Object.keys(endCodeNames) as EndCode[]).map((value) => ({ value, label: endCodeNames[value] })),
  }),
  note: area({ label: msg`In words`, most: 500 }),
}

/** Ends a leave before its time, or takes back one that nobody decided. */
export function EndLeave({ leave, onClose }: { leave: LeavePage; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const isAsked = leave.state === 'asked'
  const form = useForm({
    name: 'end-leave',
    about: leave.id,
    fields,
    check: ({ code, note }) =>
      code === 'other' && note === '' ? [{ path: 'note', message: t`Say in words what the reason is.` }] : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/home/leave/{id}/end', {
        params: { path: { id: leave.id } },
        body: { ...values, version: leave.version },
        ...attempt,
      }),
    onDone: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: homeKey.leave })
    },
  })
  return (
    <Dialog title={isAsked ? t`Take this leave back?` : t`End this leave now?`} onClose={onClose}>
      <Form form={form} action={isAsked ? t`Take back leave` : t`End leave`}>
        <FormField form={form} name="code" />
        <FormField form={form} name="note" />
      </Form>
    </Dialog>
  )
}
