import { useLingui } from '@lingui/react/macro'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { keepPaper } from '../../../api/keep-paper.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Form, FormField, type FormState, useForm, type ValuesOf } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { Page } from '../../../parts/page/page.tsx'
import { PaperBeside } from '../../../parts/paper/paper.tsx'
import { notYet, placed } from '../../people/parts/refusal.ts'
import { type Asked, AskedFirst } from '../parts/asked-first.tsx'
import {
  type CommitmentFields,
  commitmentFields,
  commitmentOf,
  placeInCommitment,
} from '../parts/commitment-fields.ts'
import { CommitmentPart } from '../parts/commitment-part.tsx'
import { itemNames, statesOf } from '../parts/items.ts'
import { Marks } from '../parts/marks.tsx'
import { useOthers } from '../parts/use-others.ts'
import { Who } from '../parts/who.tsx'
import { isNameless, placeOfWhose, whoseOf } from '../parts/whose.ts'
import { fields as ownFields } from './fields.ts'
import css from './new.module.css'

const route = getRouteApi('/staff/commitments/new')

type Values = ValuesOf<typeof ownFields & CommitmentFields>
type Received = { commitmentId: string }

/** Receives a court's paper: the scan on one side, the fields and the checklist on the other; saved as one act. */
export function NewCommitment() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { agency } = useSignedIn()
  const { person } = route.useSearch()
  const [whose, setWhose] = useState(person ?? '')
  const [asked, setAsked] = useState<Asked>()
  const others = useOthers(whose)
  const fields = useMemo(() => ({ ...ownFields, ...commitmentFields(others.options) }), [others.options])
  const form = useForm({
    name: 'receive-commitment',
    about: person ?? '',
    fields,
    record: {
      whose: person ?? '',
      language: 'en',
      origin: 'in-county',
      receivedOn: officeToday(agency.timeZone).toString(),
    },
    check: (values) =>
      isNameless(values)
        ? [{ path: 'familyName', message: t`Type a family name, given names, or both.` }]
        : [],
    submit: async ({ values, attempt }): Promise<Answer<Received>> => {
      const kept = await keptPaper(values, t`Commitment`)
      if ('refused' in kept) return kept.refused
      const { data, error, response } = await api.POST('/api/court/commitments', {
        body: bodyOf(values, kept.paperId),
        ...attempt,
      })
      if (data?.kind === 'received') return { data, response }
      if (!data) return placed({ error, response }, { field: placeHere })
      setAsked(data.kind === 'on-record' ? { commitmentId: data.commitmentId } : data)
      return notYet(
        data.kind === 'on-record'
          ? t`Nothing was saved yet: this docket is on record.`
          : t`Nothing was saved yet: see below who it may be.`,
      )
    },
    onDone: ({ commitmentId }) => navigate({ to: '/commitments/$id', params: { id: commitmentId } }),
  })

  // The other commitments of the person are options of the form, and whose it is stands in the form.
  const chosen = String(form.typed.whose ?? '')
  useEffect(() => setWhose(chosen), [chosen])

  const put = (path: string, value: string | boolean): void => {
    setAsked(undefined)
    form.put(path, value)
  }
  return (
    <Page title={t`Receive a commitment`}>
      <div className={css.wide}>
        <Form form={form} action={t`Receive commitment`} cancel={<Link to="/commitments">{t`Cancel`}</Link>}>
          <PaperBeside paper={<FormField form={form} name="file" />}>
            <div className={css.fields}>
              <AskedFirst asked={asked} another={t`It is another paper: receive it even so`} put={put} />
              <Said form={form} />
              <Who form={form} />
              <CommitmentPart form={form} files={others.files} />
              <Marks form={form} verdict="always" />
            </div>
          </PaperBeside>
        </Form>
      </div>
    </Page>
  )
}

function Said({ form }: { form: FormState }) {
  const { t } = useLingui()
  if (form.typed.personEvenSo !== true && form.typed.evenSo !== true) return null
  return (
    <p role="status">
      {form.typed.personEvenSo === true && t`Will be opened as somebody else than those on record.`}{' '}
      {form.typed.evenSo === true && t`Will be received as another paper.`}
    </p>
  )
}

type Kept = { paperId: string | null } | { refused: Answer<never> }

async function keptPaper(values: Values, title: string): Promise<Kept> {
  if (!values.file) return { paperId: null }
  const { data, error, response } = await keepPaper({ file: values.file, kind: 'commitment', title })
  return data ? { paperId: data.paperId } : { refused: { error, response } }
}

function bodyOf(values: Values, paperId: string | null) {
  return { ...commitmentOf(values, statesOf(itemNames, values), paperId), ...whoseOf(values) }
}

const placeHere = (path: string): string => placeOfWhose(path) ?? placeInCommitment(path)
