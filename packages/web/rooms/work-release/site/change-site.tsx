import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { Form, useForm } from '../../../parts/form/index.ts'
import { degreeProblems, siteBody, siteFields, siteRecord } from '../parts/site-fields.ts'
import { SiteFields } from '../parts/site-form.tsx'
import { type SitePage, workKey } from '../parts/words.ts'

/** The form of everything that is typed of a site; saves as one act. */
export function ChangeSite({ page, onDone }: { page: SitePage; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'change-site',
    about: page.id,
    fields: siteFields,
    record: siteRecord(page),
    check: (values) => degreeProblems(values, t`Type degrees, such as 37.9864, or leave both empty.`),
    submit: ({ values, attempt, record }) =>
      api.POST('/api/work-release/sites/{id}', {
        params: { path: { id: page.id } },
        body: { ...siteBody(values), version: record.version ?? page.version },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.site(page.id) })
      await client.invalidateQueries({ queryKey: workKey.sites })
    },
  })
  return (
    <Form form={form} action={t`Save site`}>
      <SiteFields form={form} />
    </Form>
  )
}
