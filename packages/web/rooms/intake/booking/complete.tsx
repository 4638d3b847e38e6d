import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { area, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import type { BookingPage } from '../queries.ts'
import css from './booking.module.css'

/** Whether the person is booked, what still stands in the way, and the button that does it. */
export function Complete({ id, page }: { id: string; page: BookingPage }) {
  const may = useMay()
  const { record } = page
  if (record?.bookedAt) {
    return (
      <div className={css.part}>
        <Status tone="settled">
          <Trans>
            Booked <Moment at={record.bookedAt} />
          </Trans>
        </Status>
        {record.gapsReason !== '' && (
          <p>
            <Trans>Not everything could be obtained: {record.gapsReason}</Trans>
          </p>
        )}
      </div>
    )
  }
  if (!page.canComplete) {
    return (
      <Alert type="info" slim>
        <AlertText>
          <Trans>
            The person is booked once an officer has admitted them:{' '}
            <Link to="/enrolments/$id/screening" params={{ id }}>
              see the screening
            </Link>
            .
          </Trans>
        </AlertText>
      </Alert>
    )
  }
  return (
    <section aria-labelledby="complete" className={`${css.part} not-printed`}>
      <h2 id="complete">
        <Trans>Complete the booking</Trans>
      </h2>
      <Missing page={page} />
      {record && may('booking.write') && <CompleteForm id={id} page={page} version={record.version} />}
      {!record && (
        <p className={css.soft}>
          <Trans>Save the booking record first.</Trans>
        </p>
      )}
      <Because clause={['WAP-BOOK.4', 'WAP-BOOK.5']}>
        <Trans>
          the interview is done when the record and the checklist are; contract, roster and map follow when
          the days are chosen.
        </Trans>
      </Because>
    </section>
  )
}

function Missing({ page }: { page: BookingPage }) {
  const said = useSaid()
  const open = page.checklist.filter(({ missing }) => missing).length
  return (
    <ul className={css.missing}>
      <li>
        <Plural
          value={open}
          _0="Nothing on the checklist is missing."
          one="# item of the checklist is missing."
          other="# items of the checklist are missing."
        />
      </li>
      {page.gaps.length > 0 && (
        <li>
          <Trans>Not on record: {page.gaps.map(({ text }) => said(text)).join('; ')}.</Trans>
        </li>
      )}
    </ul>
  )
}

const fields = {
  gapsReason: area({
    label: msg`Why what is not on record cannot be obtained`,
    hint: msg`Only the signature has no reason in its place.`,
    most: 500,
    lines: 2,
  }),
}

type CompleteFormProps = { id: string; page: BookingPage; version: number }

function CompleteForm({ id, page, version }: CompleteFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'complete-booking',
    about: id,
    fields,
    submit: ({ values, attempt }) =>
      api.POST('/api/intake/enrolments/{id}/booking/complete', {
        params: { path: { id } },
        body: { ...values, version },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  return (
    <Form form={form} action={t`Complete booking`}>
      {page.gaps.some(({ name }) => name !== 'signature') && <FormField form={form} name="gapsReason" />}
    </Form>
  )
}
