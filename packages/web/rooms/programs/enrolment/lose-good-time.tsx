import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { Day } from '../../../parts/day/day.tsx'
import { area, Form, FormField, select, useForm, whole } from '../../../parts/form/index.ts'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { type GoodTime, withGoodTime } from './lost-fields.ts'

type Decision = GoodTime['decisions'][number]

const why = area({ label: msg`Why`, required: true, most: 1000, lines: 3, hint: msg`Stays on record.` })

/** Good time lost by a decision after the return (SCC-2.D): of which commitment, how many days, why. */
export function LoseGoodTime({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useLingui()
  const done = useDone(enrolment.id, onClose)
  const { days } = useSentenceWords()
  const granted = withGoodTime(enrolment.goodTime)
  const most = Math.max(...granted.map(({ standingDays }) => standingDays))
  const form = useForm({
    name: 'lose-good-time',
    about: enrolment.id,
    fields: {
      commitmentId: select({
        label: msg`Commitment`,
        required: true,
        options: granted.map(({ commitmentId, docket, standingDays }) => ({
          value: commitmentId,
          label: t`${docket || t`no docket number`}: ${days(standingDays)} not lost yet`,
        })),
      }),
      days: whole({ label: msg`Good-time days lost`, unit: msg`days`, required: true, least: 1, most }),
      reason: why,
    },
    record: { commitmentId: granted[0]?.commitmentId ?? '' },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/good-time-lost', {
        params: { path: { id: enrolment.id } },
        body: values,
        ...attempt,
      }),
    onDone: done,
  })
  return (
    <>
      <p>
        {enrolment.goodTime?.lossFor && (
          <Trans>
            For the rule violation for which the person was returned on{' '}
            <Day day={enrolment.goodTime.lossFor} />.
          </Trans>
        )}{' '}
        <Trans>The sentence is computed again, and the paper for the custody is made.</Trans>
      </p>
      <Form form={form} action={t`Record good time lost`} cancel={<Cancel onClose={onClose} />}>
        {granted.length > 1 && <FormField form={form} name="commitmentId" />}
        <FormField form={form} name="days" />
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}

/** Puts right a loss that was entered in error: how many days are lost in truth, and why. */
export function PutGoodTimeRight({
  enrolment,
  decision,
  onClose,
}: {
  enrolment: Enrolment
  decision: Decision
  onClose: () => void
}) {
  const { t } = useLingui()
  const done = useDone(enrolment.id, onClose)
  const { days } = useSentenceWords()
  const form = useForm({
    name: 'put-good-time-right',
    about: decision.id,
    fields: {
      days: whole({
        label: msg`Days lost in truth`,
        unit: msg`days`,
        hint: msg`Zero where nothing was to be lost.`,
        required: true,
        least: 0,
        most: 36_500,
      }),
      reason: why,
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/good-time-lost/{lossId}/put-right', {
        params: { path: { id: enrolment.id, lossId: decision.id } },
        body: values,
        ...attempt,
      }),
    onDone: done,
  })
  return (
    <>
      <p>
        <Trans>
          On record as lost: {days(decision.days)}. {decision.reason}
        </Trans>
      </p>
      <p>
        <Trans>
          The decision that you record takes its place; the earlier one stays on record. The sentence is
          computed again, and the paper for the custody is made.
        </Trans>
      </p>
      <Form form={form} action={t`Put right`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="days" />
        <FormField form={form} name="reason" />
      </Form>
    </>
  )
}

function useDone(id: string, onClose: () => void): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    onClose()
    await client.invalidateQueries({ queryKey: enrolmentKey(id) })
  }
}

function Cancel({ onClose }: { onClose: () => void }) {
  return (
    <Button type="button" outline onClick={onClose}>
      <Trans>Cancel</Trans>
    </Button>
  )
}
