import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { area, Form, FormField, tick, useForm } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Decider } from '../decider/decider.tsx'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { Complete } from './complete.tsx'
import css from './enrolment.module.css'
import { ReturnToCourt } from './return-to-court.tsx'

/** What is being asked about: how a case ends, or that it is opened again. */
export type AskedEnding = 'withdraw' | 'reopen' | 'return'

/** Where a page asks how a case is to end; kept by the page, because what is next may ask too. */
export type EndingAsked = {
  asking: AskedEnding | undefined
  ask: (asked: AskedEnding) => void
  close: () => void
}

/** @example const ending = useEndingAsked() */
export function useEndingAsked(): EndingAsked {
  const [asking, setAsking] = useState<AskedEnding>()
  return { asking, ask: setAsking, close: () => setAsking(undefined) }
}

const ended: readonly Enrolment['state'][] = ['completed', 'denied', 'returned-to-court', 'withdrawn']

type EndingProps = { enrolment: Enrolment; onComplete: () => void; asked: EndingAsked }

/** What ends a case, or opens it again: beside the one thing that is next. */
export function Ending({ enrolment, onComplete, asked }: EndingProps) {
  const { t } = useLingui()
  const may = useMay()
  const { asking, ask, close } = asked
  const isEnded = ended.includes(enrolment.state)
  const { pack, served } = enrolment.program
  const isHome = served === 'at-home'
  const isServed = useIsServed(enrolment)
  const asksToComplete = enrolment.state === 'active' && enrolment.next.kind !== 'complete'
  return (
    <div className={`${css.endings} not-printed`}>
      {asksToComplete &&
        (isServed ? <Complete onAsk={onComplete} outline /> : <NotServed enrolment={enrolment} />)}
      {!isEnded && may('enrolment.write') && (
        <Button type="button" outline onClick={() => ask('withdraw')}>
          <Trans>Record withdrawal</Trans>
        </Button>
      )}
      {!isEnded && enrolment.next.kind !== 'return-unserved' && (
        <Return enrolment={enrolment} onAsk={() => ask('return')} outline />
      )}
      {isEnded && may('enrolment.write') && (
        <Decider decision="admit" pack={pack}>
          <Button type="button" outline onClick={() => ask('reopen')}>
            <Trans>Reopen enrolment</Trans>
          </Button>
        </Decider>
      )}
      {asking === 'return' && (
        <Dialog
          title={isHome ? t`Return ${enrolment.number}` : t`Return ${enrolment.number} to court`}
          onClose={close}
        >
          <ReturnToCourt enrolment={enrolment} onClose={close} />
        </Dialog>
      )}
      {asking === 'withdraw' && (
        <Dialog title={t`The participant withdraws`} onClose={close}>
          <Withdraw enrolment={enrolment} onClose={close} />
        </Dialog>
      )}
      {asking === 'reopen' && (
        <Dialog title={t`Reopen ${enrolment.number}`} onClose={close}>
          <Reopen enrolment={enrolment} onClose={close} />
        </Dialog>
      )}
    </div>
  )
}

type ReturnProps = { enrolment: Enrolment; onAsk: () => void; outline?: boolean }

/** The button that asks how a case is returned, for who may decide it; for the others, who may. */
export function Return({ enrolment, onAsk, outline = false }: ReturnProps) {
  const may = useMay()
  const { pack, served } = enrolment.program
  const isHome = served === 'at-home'
  if (!may('enrolment.write')) return null
  return (
    <Decider decision={isHome ? 'return-to-custody' : 'return-to-court'} pack={pack}>
      <Button type="button" outline={outline} onClick={onAsk}>
        {isHome ? <Trans>Return to custody or court</Trans> : <Trans>Return to court</Trans>}
      </Button>
    </Decider>
  )
}

/** Whether the last day has come, at home, or every day is credited: before it no case is completed. */
function useIsServed({ program, worksheet, daysLeft }: Enrolment): boolean {
  const { agency } = useSignedIn()
  if (program.served === 'by-work') return daysLeft === 0
  const lastDay = worksheet?.releaseDay
  return lastDay ? lastDay <= officeToday(agency.timeZone).toString() : daysLeft === 0
}

/** Why a case cannot be completed yet. */
function NotServed({ enrolment: { program, worksheet } }: { enrolment: Enrolment }) {
  const may = useMay()
  if (!may('completion.record')) return null
  return (
    <p className={css.soft}>
      {!worksheet?.releaseDay ? (
        <Trans>The enrolment can be completed once its days are computed and served.</Trans>
      ) : program.served === 'at-home' ? (
        <Trans>
          The enrolment can be completed from its last day on, <Day day={worksheet.releaseDay} />.
        </Trans>
      ) : (
        <Trans>The enrolment can be completed once every day is credited.</Trans>
      )}
    </p>
  )
}

type InDialog = { enrolment: Enrolment; onClose: () => void }

/** The rest is computed and told before it is confirmed. */
function Withdraw({ enrolment, onClose }: InDialog) {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  const { id } = enrolment
  const rest = useQuery({
    queryKey: [...enrolmentKey(id), 'withdrawal'],
    queryFn: () => answer(api.GET('/api/programs/enrolments/{id}/withdrawal', { params: { path: { id } } })),
    staleTime: 0,
  })
  if (rest.isError) return <Trouble error={rest.error} onRetry={() => void rest.refetch()} />
  if (!rest.data || rest.isFetching) return <p aria-busy="true">{t`Computing what is left…`}</p>
  const { adjustedDays, creditedDays, restDays } = rest.data
  if (restDays === null) {
    return (
      <>
        <p>
          <Trans>
            The adjusted sentence is not computed, so nobody can tell the person what is left to serve.
            Compute the worksheet first.
          </Trans>
        </p>
        <Button type="button" outline onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </>
    )
  }
  return (
    <>
      <p className={css.rest}>
        {enrolment.program.served === 'at-home' ? (
          <Trans>
            {days(restDays)} would be served in custody: {adjustedDays} of the adjusted sentence, less{' '}
            {creditedDays} served at home.
          </Trans>
        ) : (
          <Trans>
            {days(restDays)} would be served in custody: {adjustedDays} of the adjusted sentence, less{' '}
            {creditedDays} credited.
          </Trans>
        )}
      </p>
      <WithdrawForm enrolment={enrolment} onClose={onClose} restDays={restDays} />
    </>
  )
}

function WithdrawForm({ enrolment, onClose, restDays }: InDialog & { restDays: number }) {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  const done = useDone(enrolment, onClose)
  const { id } = enrolment
  const form = useForm({
    name: 'withdraw-enrolment',
    about: id,
    fields: {
      reason: area({ label: t`Why, in the person's words`, required: true, most: 1000, lines: 3 }),
      told: tick({
        label: t`The person was told that this is left to serve in custody: ${days(restDays)}`,
        required: true,
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/withdraw', {
        params: { path: { id } },
        body: { toldRestDays: restDays, reason: values.reason },
        ...attempt,
      }),
    onDone: done,
  })
  return (
    <Form form={form} action={t`Record withdrawal`} cancel={<Cancel onClose={onClose} />}>
      <FormField form={form} name="reason" />
      <FormField form={form} name="told" />
    </Form>
  )
}

function Reopen({ enrolment, onClose }: InDialog) {
  const { t } = useLingui()
  const done = useDone(enrolment, onClose)
  const { id } = enrolment
  const form = useForm({
    name: 'reopen-enrolment',
    about: id,
    fields: { reason: area({ label: t`Why`, required: true, most: 1000, lines: 3 }) },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/reopen', {
        params: { path: { id } },
        body: values,
        ...attempt,
      }),
    onDone: done,
  })
  return (
    <>
      <p>
        <Trans>It stands again where it was before it ended. Everything that happened stays on record.</Trans>
      </p>
      <Form form={form} action={t`Reopen enrolment`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}

function useDone({ id }: Enrolment, onClose: () => void): (data: Enrolment) => void {
  const client = useQueryClient()
  return (data) => {
    onClose()
    client.setQueryData(enrolmentKey(id), data)
    void client.invalidateQueries({ queryKey: enrolmentKey(id) })
  }
}

function Cancel({ onClose }: { onClose: () => void }) {
  return (
    <Button type="button" outline onClick={onClose}>
      <Trans>Cancel</Trans>
    </Button>
  )
}
