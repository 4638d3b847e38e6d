import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import { Cancel } from '../../people/parts/cancel.tsx'
import { fullName } from '../../people/parts/names.ts'
import { notYet, placed } from '../../people/parts/refusal.ts'
import { type Asked, AskedFirst } from '../parts/asked-first.tsx'
import type { Commitment } from '../parts/types.ts'
import { Who } from '../parts/who.tsx'
import { isNameless, placeOfWhose, whoseFields, whoseOf } from '../parts/whose.ts'
import { useReadAgain } from './use-commitment.ts'

const fields = {
  ...whoseFields,
  reason: area({
    label: msg({ message: 'Why it is moved', context: 'commitment' }),
    required: true,
    most: 2000,
    lines: 3,
    hint: msg`Stays on record with both persons.`,
  }),
}

type InDialog = { commitment: Commitment; onClose: () => void }

/** Moves a commitment that was typed in on the wrong person; or says what to do first where a case stands on it. */
export function MoveCommitment({ commitment, onClose }: InDialog) {
  const { enrolmentId } = commitment
  if (enrolmentId === null) return <MoveForm commitment={commitment} onClose={onClose} />
  return (
    <>
      <p>
        <Trans>
          An enrolment stands on this commitment. Withdraw{' '}
          <Link to="/enrolments/$id" params={{ id: enrolmentId }}>
            that enrolment
          </Link>{' '}
          with the reason, and receive the paper for the right person: what was computed and paid under the
          wrong name stays on record there.
        </Trans>
      </p>
      <Button type="button" outline onClick={onClose}>
        <Trans>Close</Trans>
      </Button>
    </>
  )
}

function MoveForm({ commitment, onClose }: InDialog) {
  const { t } = useLingui()
  const readAgain = useReadAgain(commitment.id)
  const [asked, setAsked] = useState<Asked>()
  const form = useForm({
    name: 'move-commitment',
    about: commitment.id,
    fields,
    record: { whose: '', language: 'en' },
    check: (values) =>
      isNameless(values)
        ? [{ path: 'familyName', message: t`Type a family name, given names, or both.` }]
        : [],
    submit: async ({ values, attempt }): Promise<Answer<unknown>> => {
      const { data, error, response } = await api.POST('/api/court/commitments/{commitmentId}/move', {
        params: { path: { commitmentId: commitment.id } },
        body: { version: commitment.version, reason: values.reason, ...whoseOf(values) },
        ...attempt,
      })
      if (data?.kind === 'moved') return { data, response }
      if (!data) return placed({ error, response }, { field: (path) => placeOfWhose(path) ?? path })
      setAsked(data.kind === 'on-record' ? { commitmentId: data.commitmentId } : data)
      return notYet(
        data.kind === 'on-record'
          ? t`Nothing was moved yet: this docket is on record for that person.`
          : t`Nothing was moved yet: see below who it may be.`,
      )
    },
    onDone: async () => {
      await readAgain()
      onClose()
    },
  })
  const put = (path: string, value: string | boolean): void => {
    setAsked(undefined)
    form.put(path, value)
  }
  return (
    <Form form={form} action={t`Move commitment`} cancel={<Cancel onCancel={onClose} />}>
      <p>
        <Trans>
          It stands now with {fullName(commitment.person)}. Its scans go with it; letters that went out keep
          the name they were sent under.
        </Trans>
      </p>
      <AskedFirst asked={asked} another={t`It is another paper: move it even so`} put={put} />
      <Who form={form} />
      <FormField form={form} name="reason" />
    </Form>
  )
}
