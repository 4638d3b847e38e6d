import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import { type Callable, callNumbers } from './call-numbers.ts'
import { Cancel } from './cancel.tsx'
import { sendStep, stepAbout, stepNote } from './step-forms.tsx'
import type { StepFormProps } from './step-work.tsx'
import { type AlarmPage, type Outcome, outcomeWords } from './words.ts'

const another = 'another'

const outcome = choice({
  label: msg`How the call ended`,
  required: true,
  options: [
    { value: 'reached', label: msg`Reached` },
    { value: 'no-answer', label: msg`No answer` },
    { value: 'wrong-number', label: msg`Wrong number` },
  ],
})
const other = text({ label: msg`Number called`, most: 40 })

/** A call and how it ended. The numbers on record are offered, those that nobody has tried first. */
export function CallForm(props: StepFormProps) {
  const { i18n, t } = useLingui()
  const { page, step, onDone, onClose } = props
  const numbers = useMemo(
    () => callNumbers(callableOf(page, step.channel), page.record),
    [page, step.channel],
  )
  const fields = useMemo(() => {
    const offered = numbers.map(({ name, phone, failed }) => ({
      value: phone,
      label: [name, phone, failed && i18n._(outcomeWords[failed as Outcome])].filter(Boolean).join(', '),
    }))
    const phone = choice({
      label: msg`Number called`,
      options: [...offered, { value: another, label: msg`Another number` }],
    })
    return { phone, other, outcome, note: stepNote }
  }, [numbers, i18n])
  const form = useForm({
    name: 'step-call',
    about: stepAbout(props),
    fields,
    record: { version: 0, phone: numbers[0]?.phone ?? another, other: '' },
    submit: ({ values, attempt }) =>
      sendStep(
        props,
        {
          as: 'call',
          phone: values.phone === another ? values.other : (values.phone ?? ''),
          outcome: values.outcome,
          note: values.note,
        },
        attempt,
      ),
    onDone,
  })
  return (
    <Form form={form} action={t`Save call`} cancel={<Cancel onClose={onClose} />}>
      {numbers.length > 0 && <FormField form={form} name="phone" />}
      {form.typed.phone === another && <FormField form={form} name="other" />}
      <FormField form={form} name="outcome" />
      <FormField form={form} name="note" />
    </Form>
  )
}

/** The participant's telephones, or those of who is on call and of the supervisor. */
function callableOf(
  { alarm, phones, contacts }: AlarmPage,
  channel: StepFormProps['step']['channel'],
): Callable[] {
  if (channel !== 'call-participant') return contacts.map(({ name, phone }) => ({ name, phone }))
  return phones.map(({ number }) => ({ name: alarm.person?.name ?? '', phone: phoneWords(number) }))
}
