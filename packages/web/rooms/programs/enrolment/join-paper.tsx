import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import css from './enrolment.module.css'

/** A paper of the court that is in no enrolment: what it would change, and the button that follows it. */
export function JoinPaper({
  enrolment,
  paper,
}: {
  enrolment: Enrolment
  paper: Enrolment['waiting'][number]
}) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const { id } = enrolment
  const preview = usePreview(enrolment, paper.id)
  const join = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/programs/enrolments/{id}/commitments', {
          params: { path: { id } },
          body: { commitmentId: paper.id },
          headers: { 'idempotency-key': key },
        }),
      ),
    onSuccess: (data) => {
      client.setQueryData(enrolmentKey(id), data)
      return client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  const docket = paper.docket || t`no docket number`
  return (
    <>
      <p className={css.nextTitle}>
        {paper.isModification ? (
          <Trans>
            The court modified a sentence:{' '}
            <Link to="/commitments/$id" params={{ id: paper.id }}>
              docket {docket}
            </Link>
            , received <Day day={paper.receivedOn} />.
          </Trans>
        ) : (
          <Trans>
            A further commitment was received:{' '}
            <Link to="/commitments/$id" params={{ id: paper.id }}>
              docket {docket}
            </Link>
            , <Day day={paper.receivedOn} />.
          </Trans>
        )}
      </p>
      {paper.isModification ? (
        <Because clause="WAP-P1.2">{t`there is an active file, so the new orders are followed`}</Because>
      ) : (
        <Because clause="WAP-SENT.6">
          {t`a commitment received while active runs concurrent unless it states otherwise`}
        </Because>
      )}
      {preview && <p>{preview}</p>}
      {join.isError && <Trouble error={join.error} />}
      {may('enrolment.write') && (
        <Button type="button" disabled={join.isPending} onClick={() => join.mutate()}>
          {paper.isModification ? t`Follow the new orders` : t`Join to this enrolment`}
        </Button>
      )}
    </>
  )
}

/** The adjusted sentence before and after, in a line; nothing while it is being asked. */
function usePreview({ id, worksheet }: Enrolment, besides: string): string | undefined {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  const { data } = useQuery({
    queryKey: [...enrolmentKey(id), 'preview', besides],
    queryFn: () =>
      answer(
        api.POST('/api/programs/enrolments/{id}/worksheet/preview', {
          params: { path: { id } },
          body: { besides: [besides] },
        }),
      ),
  })
  if (!data) return undefined
  if (data.result.kind === 'cannot-compute')
    return t`The sentence could then not be computed until the court is asked.`
  const after = data.result.adjustedDays
  const before = worksheet?.adjustedDays
  return before == null
    ? t`The adjusted sentence would be ${days(after)}.`
    : t`The adjusted sentence would go from ${days(before)} to ${days(after)}.`
}
