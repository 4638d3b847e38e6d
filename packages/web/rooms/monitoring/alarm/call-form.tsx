import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import { type Callable, callNumbers } from './call-numbers.ts'
import { Cancel } from './cancel.tsx'
import { sendStep, stepAbout, stepNote } from './step-forms.tsx'
import type { StepFormProps } from './step-work.tsx'
import { type AlarmPage, type Outcome, outcomeWords } from './words.ts'

const outcome = choice({
  label: msg`How the call ended`,
  required: true,
  options: [
    { value: 'reached', label: msg`Reached` },
    { value: 'no-answer', label: msg`No answer` },
    { value: 'wrong-number', label: msg`Wrong number` },
  ],
})
const fields = { phone: text({ label: msg`Number called`, most: 40 }), outcome, note: stepNote }

/** A call and how it ended. The numbers on record are offered, those that nobody has tried first. */
export function CallForm(props: StepFormProps) {
  const { i18n, t } = useLingui()
  const { page, step, onDone, onClose } = props
  const numbers = callNumbers(callableOf(page, step.channel), page.record)
  const form = useForm({
    name: 'step-call',
    about: stepAbout(props),
    fields,
    record: { version: 0, phone: numbers[0]?.phone ?? '' },
    submit: ({ values, attempt }) => sendStep(props, { as: 'call', ...values }, attempt),
    onDone,
  })
  return (
    <>
      <Form form={form} action={t`Save call`} cancel={<Cancel onClose={onClose} />}>
        <FormField form={form} name="phone" />
        <FormField form={form} name="outcome" />
        <FormField form={form} name="note" />
      </Form>
      {/* Under the form: the first of them stands in the field already. */}
      {numbers.length > 0 && (
        <ul aria-label={t`Numbers on record`}>
          {numbers.map(({ name, phone, failed }) => (
            <li key={phone}>
              <Button type="button" unstyled onClick={() => form.put('phone', phone)}>
                {[name, phone].filter(Boolean).join(', ')}
              </Button>
              {failed && <> · {i18n._(outcomeWords[failed as Outcome])}</>}
            </li>
          ))}
        </ul>
      )}
    </>
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
