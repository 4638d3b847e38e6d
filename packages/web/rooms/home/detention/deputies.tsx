import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { type Deputy, type DetentionPage, detentionKey } from '../parts/detention-words.ts'
import css from './detention.module.css'

/** The sworn deputy who supervises the person, and who did before (EMP-0.10). */
export function Deputies({ id, page }: { id: string; page: DetentionPage }) {
  const { t } = useLingui()
  const may = useMay()
  const [naming, setNaming] = useState(false)
  const now = page.deputies.find(({ endedAt }) => endedAt === null)
  const earlier = page.deputies.filter(({ endedAt }) => endedAt !== null)
  return (
    <section aria-labelledby="deputy" className={css.part}>
      <h2 id="deputy">
        <Trans>Deputy</Trans>
      </h2>
      {now ? (
        <p>
          <strong>{now.name}</strong>{' '}
          <span className={css.soft}>
            <Trans>
              since <Moment at={now.namedAt} />, named by {now.namedBy}
            </Trans>{' '}
            {now.note}
          </span>
        </p>
      ) : (
        <p>{t`Nobody is named yet.`}</p>
      )}
      <Because clause="EMP-0.10" told>
        <Trans>Each enrolled person has a named deputy.</Trans>
      </Because>
      {earlier.length > 0 && (
        <details>
          <summary>
            <Plural value={earlier.length} one="# before" other="# before" />
          </summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.namedAt}>
                {one.name}{' '}
                <span className={css.soft}>
                  <Moment at={one.namedAt} /> – {one.endedAt && <Moment at={one.endedAt} />}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {may('home.write') && page.canChange && (
        <p>
          <Button type="button" outline onClick={() => setNaming(true)}>
            {now ? <Trans>Name another deputy</Trans> : <Trans>Name a deputy</Trans>}
          </Button>
        </p>
      )}
      {naming && (
        <Dialog title={t`Name a deputy`} onClose={() => setNaming(false)}>
          <Choose id={id} onDone={() => setNaming(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Choose({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: detentionKey.deputies,
    queryFn: () => answer(api.GET('/api/home/deputies')),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading the deputies…`}</p>
  if (query.data.deputies.length === 0)
    return <p>{t`No account has the role of a deputy yet. An administrator opens one first.`}</p>
  return <NameForm id={id} deputies={query.data.deputies} onDone={onDone} />
}

function NameForm({ id, deputies, onDone }: { id: string; deputies: readonly Deputy[]; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'name-deputy',
    about: id,
    fields: {
      accountId: select({
        label: msg`Deputy`,
        required: true,
        options: deputies.map(({ accountId, name, people }) => ({
          value: accountId,
          label: t`${name} (supervises ${people})`,
        })),
      }),
      note: text({ label: msg`Note`, most: 500 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/home/enrolments/{id}/deputy', { params: { path: { id } }, body: values, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Name deputy`}>
      <FormField form={form} name="accountId" />
      <FormField form={form} name="note" />
    </Form>
  )
}
