import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import css from './looking.module.css'
import { asksWhy, chosenPurposes } from './looking-words.ts'
import { beginSitting } from './sitting.ts'

const fields = {
  purpose: choice({ label: msg`What are you looking for?`, required: true, options: chosenPurposes }),
  why: text({
    label: msg`What it is about`,
    most: 300,
    hint: msg`A docket, a request, a name. Needed where the person asked, for somebody’s safety, a court, a review, or something else.`,
  }),
}

/** Asks for the purpose before anything of where people are is shown; once for everything that is looked at next. */
export function AskPurpose({ action }: { action: string }) {
  const { t } = useLingui()
  const form = useForm({
    name: 'look',
    fields,
    check: ({ purpose, why }) =>
      asksWhy(purpose) && why === ''
        ? [{ path: 'why', message: t`Say in a line what it is about: a docket, a request, a name.` }]
        : [],
    // Nothing goes to the office yet: the purpose goes with each look.
    submit: async ({ values }) => ({ data: values, response: new Response() }),
    onDone: ({ purpose, why }) => beginSitting(purpose, why),
  })
  return (
    <section className={css.ask} aria-label={t`Purpose`}>
      <p>
        <Trans>
          Where people are is shown for a purpose, asked once. Each look is recorded with your name: what,
          when, whom and why. Supervisors and the auditor read it.
        </Trans>
      </p>
      <Form form={form} action={action}>
        <FormField form={form} name="purpose" />
        <FormField form={form} name="why" />
      </Form>
    </section>
  )
}
