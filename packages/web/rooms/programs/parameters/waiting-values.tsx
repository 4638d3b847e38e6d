import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { Decider, useDecision } from '../decider/decider.tsx'
import css from './parameters.module.css'
import { type Entered, type Parameter, type ParameterList, parametersKey } from './use-parameters.ts'
import { useValueWords } from './value-words.ts'
import { WithdrawValue } from './withdraw-value.tsx'

/** Values that somebody entered and nobody has approved: first on the page, so that none is forgotten. */
export function WaitingValues({ list }: { list: ParameterList }) {
  const { t } = useLingui()
  const waiting = list.parameters.flatMap((parameter) =>
    parameter.entered.flatMap((entered) => (entered.state === 'waiting' ? [{ parameter, entered }] : [])),
  )
  if (waiting.length === 0) return null
  return (
    <section aria-label={t`Waiting for approval`} className={css.waiting}>
      <h2>
        <Trans>Waiting for approval</Trans>
      </h2>
      <ul className={css.entries}>
        {waiting.map(({ parameter, entered }) => (
          <li key={entered.id}>
            <Waiting parameter={parameter} entered={entered} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Waiting({ parameter, entered }: { parameter: Parameter; entered: Entered }) {
  const { t } = useLingui()
  const said = useSaid()
  const value = useValueWords()
  const question = said(parameter.question)
  return (
    <>
      <p>
        {question} <strong>{value(parameter, entered.value)}</strong>{' '}
        <Trans>
          from <Day day={entered.fromDay} />
        </Trans>
      </p>
      <p className={css.soft}>
        {t`${entered.authority}, ${entered.resolution}`} ·{' '}
        <Trans>
          entered by {entered.enteredByName}, <Moment at={entered.enteredAt} />
        </Trans>
      </p>
      <Decide entered={entered} question={question} />
    </>
  )
}

function Decide({ entered, question }: { entered: Entered; question: string }) {
  const { t } = useLingui()
  const may = useMay()
  const mayDecide = useDecision('parameter-change')?.allowed ?? false
  const client = useQueryClient()
  const [withdrawing, setWithdrawing] = useState(false)
  const isOwn = useSignedIn().account.id === entered.enteredBy
  const approve = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/programs/parameters/{id}/approve', {
          params: { path: { id: entered.id } },
          body: {},
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: parametersKey }),
  })
  return (
    <>
      {approve.isError && <Trouble error={approve.error} />}
      <div className={`${css.buttons} not-printed`}>
        {may('parameter.approve') && mayDecide && !isOwn && (
          <Button
            type="button"
            disabled={approve.isPending}
            aria-label={t`Approve value: ${question}`}
            onClick={() => approve.mutate()}
          >
            <Trans>Approve value</Trans>
          </Button>
        )}
        {isOwn && (
          <p className={css.soft}>
            <Trans>You entered it, so somebody else approves it.</Trans>
          </p>
        )}
        {!isOwn && may('parameter.approve') && !mayDecide && (
          <Decider decision="parameter-change">{null}</Decider>
        )}
        {may('parameter.enter') && (isOwn || mayDecide) && (
          <Button
            type="button"
            outline
            aria-label={t`Withdraw value: ${question}`}
            onClick={() => setWithdrawing(true)}
          >
            <Trans>Withdraw value</Trans>
          </Button>
        )}
      </div>
      {withdrawing && (
        <Dialog title={t`Withdraw value`} onClose={() => setWithdrawing(false)}>
          <WithdrawValue id={entered.id} onClose={() => setWithdrawing(false)} />
        </Dialog>
      )}
    </>
  )
}
