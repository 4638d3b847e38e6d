import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { area, day, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import type { ApplicationPage } from '../queries.ts'
import css from './application.module.css'

const fields = {
  signedOn: day({ label: msg`Signed on`, required: true, latest: 'today', years: 'near' }),
  incompleteReason: area({
    label: msg`Why it is taken although it is incomplete`,
    most: 500,
    lines: 2,
  }),
}

/** Takes the application as signed. An incomplete one with the reason: an officer weighs it (WAP-ELIG.j). */
export function Sign({ id, page }: { id: string; page: ApplicationPage }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { agency } = useSignedIn()
  const form = useForm({
    name: 'sign-application',
    about: id,
    fields,
    record: {
      signedOn: officeToday(agency.timeZone).toString(),
      ...(page.version === null ? {} : { version: page.version }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/intake/enrolments/{id}/application/sign', {
        params: { path: { id } },
        // What is signed is what the page shows now, not what stood here when the day was typed.
        body: { ...values, version: page.version ?? 1 },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  return (
    <section aria-labelledby="sign" className={`${css.part} not-printed`}>
      <h2 id="sign">
        <Trans>Take it as signed</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>Keep what is typed first; the person signs what is kept.</Trans>
      </p>
      <Form form={form} action={t`Take application`}>
        <FormField form={form} name="signedOn" />
        {!page.complete && <FormField form={form} name="incompleteReason" />}
      </Form>
    </section>
  )
}
