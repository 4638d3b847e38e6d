import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { Form, useForm } from '../../../parts/form/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { degreeProblems, siteBody, siteFields } from '../parts/site-fields.ts'
import { SiteFields } from '../parts/site-form.tsx'
import { workKey } from '../parts/words.ts'

/** Opens a work site; its places are set on its own page. */
export function NewSite() {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    name: 'open-site',
    fields: siteFields,
    record: { state: 'CA', dayMinutes: '480', languages: ['en'] },
    check: (values) => degreeProblems(values, t`Type degrees, such as 37.9864, or leave both empty.`),
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/sites', { body: siteBody(values), ...attempt }),
    onDone: async (opened) => {
      await client.invalidateQueries({ queryKey: workKey.sites })
      await navigate({ to: '/sites/$id', params: { id: opened.id } })
    },
  })
  return (
    <Page
      title={t`Add site`}
      lead={<Trans>How many people it takes a day is set on its page afterwards.</Trans>}
    >
      <Form form={form} action={t`Add site`} cancel={<Link to="/sites">{t`Cancel`}</Link>}>
        <SiteFields form={form} />
      </Form>
    </Page>
  )
}
