import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { choice, day, Form, FormField, text, useForm, whole } from '../../../parts/form/index.ts'
import { workKey } from '../parts/words.ts'

const fields = {
  onDay: day({ label: msg`Day`, required: true, earliest: 'today' }),
  kind: choice({
    label: msg`On this day the site is`,
    required: true,
    options: [
      { value: 'closed', label: msg`closed` },
      { value: 'holiday', label: msg`closed for a holiday` },
      { value: 'other-number', label: msg`open for another number of people` },
    ],
  }),
  places: whole({ label: msg`People`, least: 0, most: 500 }),
  note: text({ label: msg`Note`, most: 300 }),
}

/** Closes a site on one day, or gives the day another number of places. */
export function ExceptDay({ siteId, onDay, onDone }: { siteId: string; onDay?: string; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'except-day',
    about: `${siteId} ${onDay ?? ''}`,
    fields,
    record: onDay ? { onDay } : {},
    check: ({ kind, places }) =>
      kind === 'other-number' && places === null
        ? [{ path: 'places', message: t`Say how many people.` }]
        : [],
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/sites/{id}/exceptions', {
        params: { path: { id: siteId } },
        body: { ...values, places: values.kind === 'other-number' ? (values.places ?? 0) : 0 },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.site(siteId) })
    },
  })
  return (
    <Form form={form} action={t`Save day`}>
      <FormField form={form} name="onDay" />
      <FormField form={form} name="kind" />
      {form.typed.kind === 'other-number' && <FormField form={form} name="places" />}
      <FormField form={form} name="note" />
    </Form>
  )
}
