import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { choice, day, Form, FormField, file, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { MadePaper } from '../../work-release/parts/made-paper.tsx'
import { type Contract, type DetentionPage, detentionKey, type TermsPage } from '../parts/detention-words.ts'
import css from './detention.module.css'

type ContractsProps = { id: string; personId: string | undefined; page: DetentionPage; terms: TermsPage }

/** The program contract in its versions; the latest that is signed is in force (EMP-4.3). */
export function Contracts({ id, personId, page, terms }: ContractsProps) {
  const { t } = useLingui()
  const may = useMay()
  const [open, setOpen] = useState<'make' | 'sign'>()
  const close = () => setOpen(undefined)
  const latest = terms.contracts[0]
  const canChange = may('home.write') && page.canChange
  const inForce = terms.contracts.find(({ signedOn }) => signedOn !== null)
  return (
    <section aria-labelledby="contract" className={css.part}>
      <h2 id="contract">
        <Trans>Program contract</Trans>
      </h2>
      <Because clause="EMP-4.3" told>
        <Trans>It is signed before a unit is put on; a violation names the term that was broken.</Trans>
      </Because>
      {!latest && <p className={css.soft}>{t`None is made yet.`}</p>}
      {terms.contractOutdated && (
        <p>
          <Status tone="now">{t`Conditions or absences have changed since it was made: make the next version.`}</Status>
        </p>
      )}
      <ul>
        {terms.contracts.map((contract) => (
          <Line key={contract.id} contract={contract} isInForce={contract.id === inForce?.id} />
        ))}
      </ul>
      {canChange && (
        <p className={css.acts}>
          {latest && latest.signedOn === null && personId && (
            <Button type="button" onClick={() => setOpen('sign')}>
              <Trans>Record as signed</Trans>
            </Button>
          )}
          <Button type="button" outline onClick={() => setOpen('make')}>
            {latest ? <Trans>Make the next version</Trans> : <Trans>Make the contract</Trans>}
          </Button>
        </p>
      )}
      {open === 'make' && (
        <Dialog title={t`Make the contract`} onClose={close}>
          <Make id={id} onDone={close} />
        </Dialog>
      )}
      {open === 'sign' && latest && personId && (
        <Dialog title={t`Version ${latest.number} was signed`} onClose={close}>
          <Sign contract={latest} personId={personId} onDone={close} />
        </Dialog>
      )}
    </section>
  )
}

function Line({ contract, isInForce }: { contract: Contract; isInForce: boolean }) {
  const { t } = useLingui()
  const { number, language, signedOn, paperId } = contract
  return (
    <li className={css.row}>
      <p>
        <strong>{t`Version ${number}`}</strong>{' '}
        {signedOn ? (
          <Status tone={isInForce ? 'settled' : 'over'}>
            <span>
              {t`signed`} <Day day={signedOn} of="record" />
              {isInForce && <>, {t`in force`}</>}
            </span>
          </Status>
        ) : (
          <Status tone="waiting">{t`not signed`}</Status>
        )}
      </p>
      <p className={css.soft}>
        <Moment at={contract.madeAt} /> · {contract.madeBy}
      </p>
      <p className={css.acts}>
        <MadePaper documentId={contract.documentId}>{t`Print version ${number}`}</MadePaper>
        {paperId && (
          <a href={`/api/platform/papers/${paperId}`} target="_blank" rel="noreferrer">
            <Trans>The signed paper</Trans>
          </a>
        )}
      </p>
      <details>
        <summary>{t`The ${contract.terms.length} terms`}</summary>
        <ol className={css.terms}>
          {contract.terms.map((term) => (
            <li key={term.code} lang={language}>
              {term[language]} <code>{term.clause}</code>
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}

const makeFields = {
  language: choice({
    label: msg`Language`,
    required: true,
    options: [
      { value: 'person', label: msg`The person’s own` },
      { value: 'en', label: msg`English` },
      { value: 'es', label: msg`Spanish` },
    ],
  }),
}

function Make({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'make-program-contract',
    about: id,
    fields: makeFields,
    record: { language: 'person' },
    submit: ({ values: { language }, attempt }) =>
      api.POST('/api/home/enrolments/{id}/contract', {
        params: { path: { id } },
        body: { language: language === 'person' ? null : language },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Make contract`}>
      <p>
        <Trans>
          It is made of the terms of everybody, the absences open to this person, and the conditions.
        </Trans>
      </p>
      <FormField form={form} name="language" />
    </Form>
  )
}

const signFields = {
  signedOn: day({ label: msg`Signed on`, required: true, latest: 'today' }),
  file: file({ label: msg`Scan of the signed contract` }),
}

function Sign({ contract, personId, onDone }: { contract: Contract; personId: string; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'sign-program-contract',
    about: contract.id,
    fields: signFields,
    submit: async ({ values, attempt }) => {
      const title = t`Program contract, version ${contract.number}, signed`
      const kept =
        values.file && (await keepPaper({ file: values.file, kind: 'program-contract', title, personId }))
      if (kept && !kept.data) return { error: kept.error, response: kept.response }
      return api.POST('/api/home/contracts/{id}/signed', {
        params: { path: { id: contract.id } },
        body: { signedOn: values.signedOn, paperId: kept?.data?.paperId ?? null },
        ...attempt,
      })
    },
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Record as signed`}>
      <FormField form={form} name="signedOn" />
      <FormField form={form} name="file" />
    </Form>
  )
}
