import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef } from 'react'
import { choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import type { Answer } from '../../../parts/form/use-form.ts'
import css from './looking.module.css'
import { asksWhy, chosenPurposes } from './looking-words.ts'
import { beginSitting, newSitting, type Sitting } from './sitting.ts'

const fields = {
  purpose: choice({ label: msg`What are you looking for?`, required: true, options: chosenPurposes }),
  why: text({
    label: msg`What it is about`,
    most: 300,
    hint: msg`A docket, a request, a name. Needed where the person asked, for somebody’s safety, a court, a review, or something else.`,
  }),
}

type AskPurposeProps<Data> = {
  /** What the button does, in a verb: "Show the map". */
  action: string
  /** The first look of the sitting; the purpose goes with it, as it goes with each look after it. */
  look: (sitting: Sitting) => Promise<Answer<Data>>
  onLooked: (sitting: Sitting, data: Data) => void
}

/** Asks for the purpose before anything of where people are is shown; once for everything that is looked at next. */
export function AskPurpose<Data>({ action, look, onLooked }: AskPurposeProps<Data>) {
  const { t } = useLingui()
  const tried = useRef<Sitting>(null)
  const form = useForm({
    name: 'look',
    fields,
    check: ({ purpose, why }) =>
      asksWhy(purpose) && why === ''
        ? [{ path: 'why', message: t`Say in a line what it is about: a docket, a request, a name.` }]
        : [],
    submit: ({ values }) => {
      tried.current = newSitting(values.purpose, values.why)
      return look(tried.current)
    },
    onDone: (data) => {
      if (!tried.current) return
      onLooked(tried.current, data)
      beginSitting(tried.current)
    },
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
