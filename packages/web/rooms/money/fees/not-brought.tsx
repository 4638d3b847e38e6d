import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { area, day, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { type Statement, statementKey } from '../words.ts'
import { AskWaiver } from './ask-waiver.tsx'
import css from './fees.module.css'

type Way = 'agree' | 'waiver' | 'put-off'

/** The three ways of WAP-P3.2 when the fees are not brought, and what was arranged before. */
export function NotBrought({ statement }: { statement: Statement }) {
  const { t } = useLingui()
  const may = useMay()
  const [way, setWay] = useState<Way>()
  const waits = statement.waivers.some(({ state }) => state === 'open')
  const ways: { way: Way; name: string; shown: boolean }[] = [
    { way: 'agree', name: t`Agree on a date`, shown: may('payment.record') },
    { way: 'waiver', name: t`Ask for a waiver`, shown: may('waiver.ask') && !waits },
    { way: 'put-off', name: t`Put off the interview`, shown: may('payment.record') },
  ]
  const offered = statement.balanceCents > 0 && statement.barred === null
  const close = (): void => setWay(undefined)
  if (!offered && statement.arrangements.length === 0) return null
  return (
    <section aria-labelledby="not-brought" className={css.part}>
      <h2 id="not-brought">
        <Trans>If the fees are not brought</Trans>
      </h2>
      <Because clause={['WAP-P3.2', 'WAP-P3.3']}>
        <Trans>inability to pay is no violation.</Trans>
      </Because>
      {offered && (
        <div className={css.ways}>
          {ways
            .filter(({ shown }) => shown)
            .map(({ way: own, name }) => (
              <Button
                key={own}
                type="button"
                outline
                aria-expanded={way === own}
                onClick={() => setWay(way === own ? undefined : own)}
              >
                {name}
              </Button>
            ))}
        </div>
      )}
      {offered && way === 'agree' && <AgreeDate statement={statement} onDone={close} />}
      {offered && way === 'waiver' && !waits && <AskWaiver statement={statement} onDone={close} />}
      {offered && way === 'put-off' && <PutOff statement={statement} onDone={close} />}
      <Arrangements statement={statement} />
    </section>
  )
}

type WayProps = { statement: Statement; onDone: () => void }

const agreeFields = {
  payBy: day({ label: msg`Pay by`, required: true, earliest: 'today', years: 'near' }),
  note: text({ label: msg`Note`, most: 500 }),
}

function AgreeDate({ statement, onDone }: WayProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId } = statement
  const form = useForm({
    name: 'agree-date',
    about: enrolmentId,
    fields: agreeFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/money/agree-date', { body: { enrolmentId, ...values }, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: statementKey(enrolmentId) })
    },
  })
  return (
    <div className={css.act}>
      <Form form={form} action={t`Agree on date`}>
        <FormField form={form} name="payBy" />
        <FormField form={form} name="note" />
      </Form>
    </div>
  )
}

const putOffFields = { note: area({ label: msg`Note`, most: 500, lines: 2 }) }

function PutOff({ statement, onDone }: WayProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId } = statement
  const form = useForm({
    name: 'put-off-interview',
    about: enrolmentId,
    fields: putOffFields,
    submit: ({ values, attempt }) =>
      api.POST('/api/money/put-off-interview', { body: { enrolmentId, ...values }, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: statementKey(enrolmentId) })
    },
  })
  return (
    <div className={css.act}>
      <p>
        <Trans>
          The interview stops here and goes on at a new appointment, which is made under Appointment. The
          person brings a financial statement then.
        </Trans>
      </p>
      <Form form={form} action={t`Put off interview`}>
        <FormField form={form} name="note" />
      </Form>
    </div>
  )
}

function Arrangements({ statement }: { statement: Statement }) {
  if (statement.arrangements.length === 0) return null
  return (
    <ul className={css.list}>
      {statement.arrangements.map((arrangement) => (
        <li key={arrangement.id}>
          <p>
            {arrangement.payBy === null ? (
              <Trans>Interview put off until a new appointment, financial statement due then</Trans>
            ) : (
              <Trans>
                Agreed to pay by <Day day={arrangement.payBy} />
              </Trans>
            )}
          </p>
          <p className={css.soft}>
            <Day day={arrangement.onDay} />, {arrangement.by ?? ''}
            {arrangement.note !== '' && <>: {arrangement.note}</>}
          </p>
        </li>
      ))}
    </ul>
  )
}
