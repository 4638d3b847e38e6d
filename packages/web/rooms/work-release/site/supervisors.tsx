import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, select, useForm } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { type SitePage, workKey } from '../parts/words.ts'
import css from './site.module.css'

/** Which accounts open this site's sheets on a phone or tablet. */
export function Supervisors({ page }: { page: SitePage }) {
  const { t } = useLingui()
  const may = useMay()
  const [linking, setLinking] = useState(false)
  return (
    <section aria-labelledby="supervisors" className={css.part}>
      <h2 id="supervisors">
        <Trans>Who ticks attendance at the site</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>
          They see this week’s people: name, date of birth, work limits, days. Nothing of a case (WAP-SITE.3).
        </Trans>
      </p>
      {page.supervisors.length === 0 && <p>{t`No account. The roster goes there on paper.`}</p>}
      <ul>
        {page.supervisors.map((link) => (
          <Line key={link.id} siteId={page.id} link={link} />
        ))}
      </ul>
      {may('site.write') && (
        <p>
          <Button type="button" outline onClick={() => setLinking(true)}>
            <Trans>Add account</Trans>
          </Button>
        </p>
      )}
      {linking && (
        <Dialog title={t`Let an account tick attendance`} onClose={() => setLinking(false)}>
          <LinkAccount siteId={page.id} onDone={() => setLinking(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Line({ siteId, link }: { siteId: string; link: SitePage['supervisors'][number] }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  return (
    <li className={css.line}>
      <span>
        {link.name} <span className={css.soft}>{link.username}</span>
      </span>
      {may('site.write') && (
        <Button type="button" unstyled onClick={() => setAsking(true)} aria-label={t`Remove ${link.name}`}>
          <Trans>Remove</Trans>
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t`Take the sheets from ${link.name}?`}
          action={t`Remove account`}
          name="end-supervisor"
          about={link.id}
          submit={(attempt) =>
            api.POST('/api/work-release/sites/{id}/supervisors/{linkId}/end', {
              params: { path: { id: siteId, linkId: link.id } },
              body: {},
              ...attempt,
            })
          }
          onDone={() => client.invalidateQueries({ queryKey: workKey.site(siteId) })}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>What was ticked stays on record.</Trans>
          </p>
        </AskFirst>
      )}
    </li>
  )
}

function LinkAccount({ siteId, onDone }: { siteId: string; onDone: () => void }) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: ['work', 'supervisor-accounts'],
    queryFn: () => answer(api.GET('/api/work-release/supervisor-accounts')),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading the accounts…`}</p>
  if (query.data.accounts.length === 0)
    return <p>{t`No account has the role of a site supervisor yet. An administrator opens one first.`}</p>
  return <LinkForm siteId={siteId} accounts={query.data.accounts} onDone={onDone} />
}

type LinkFormProps = {
  siteId: string
  accounts: { id: string; name: string; username: string }[]
  onDone: () => void
}

function LinkForm({ siteId, accounts, onDone }: LinkFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'link-supervisor',
    about: siteId,
    fields: {
      accountId: select({
        label: msg`Account`,
        required: true,
        options: accounts.map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` })),
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/work-release/sites/{id}/supervisors', {
        params: { path: { id: siteId } },
        body: values,
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: workKey.site(siteId) })
    },
  })
  return (
    <Form form={form} action={t`Add account`}>
      <FormField form={form} name="accountId" />
    </Form>
  )
}
