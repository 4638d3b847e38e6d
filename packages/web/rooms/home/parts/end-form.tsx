import { msg } from '@lingui/core/macro'
import type { ReactNode } from 'react'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { type Attempt, area, Form, FormField, useForm } from '../../../parts/form/index.ts'

type EndFormProps = {
  /** The question: "Take the zone off?" */
  title: string
  action: string
  name: string
  about: string
  submit: (
    because: string,
    attempt: Attempt,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>
  onDone: () => void
  onClose: () => void
  /** What is to be looked at before. */
  children?: ReactNode
}

/** Asks why before something stops holding: who, when and why are kept (EMP-8.2). */
export function EndForm({ title, action, name, about, submit, onDone, onClose, children }: EndFormProps) {
  const form = useForm({
    name: 'say-why',
    about: `${name} ${about}`,
    fields: { because: area({ label: msg`Why`, required: true, most: 500 }) },
    submit: ({ values, attempt }) => submit(values.because, attempt),
    onDone,
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} action={action}>
        {children}
        <FormField form={form} name="because" />
      </Form>
    </Dialog>
  )
}
