import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import css from './booking.module.css'
import type { BookingPage } from './use-booking.ts'

/** Ends the interview: refused with what is missing, which is named here beforehand. */
export function FinishBooking({ id, page }: { id: string; page: BookingPage }) {
  const may = useMay()
  const said = useSaid()
  if (!may('booking.write') || page.record?.bookedAt) return null
  const missing = page.checklist.filter((item) => item.missing)
  return (
    <section aria-labelledby="finish" className={css.part}>
      <h2 id="finish">
        <Trans>Finish booking</Trans>
      </h2>
      {!page.record && (
        <Alert type="info" slim>
          <AlertText>
            <Trans>Keep the booking record first.</Trans>
          </AlertText>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert type="warning" slim>
          <AlertText>
            <Trans>Still missing:</Trans> {missing.map((item) => said(item.text)).join('; ')}
          </AlertText>
        </Alert>
      )}
      {page.record && <Finish id={id} version={page.record.version} hasGaps={page.gaps.length > 0} />}
    </section>
  )
}

function Finish({ id, version, hasGaps }: { id: string; version: number; hasGaps: boolean }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'finish-booking',
    about: id,
    fields: {
      gapsReason: area({
        label: t`Why the record has gaps`,
        most: 1000,
        hint: t`Needed when something of the record is missing.`,
      }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/intake/enrolments/{id}/booking/complete', {
        params: { path: { id } },
        body: { version, gapsReason: values.gapsReason ?? '' },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries(),
  })
  return (
    <Form form={form} action={t`Finish booking`}>
      {hasGaps && <FormField form={form} name="gapsReason" />}
    </Form>
  )
}
