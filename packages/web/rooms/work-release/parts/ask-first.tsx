import type { ReactNode } from 'react'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { type Attempt, Form, useForm } from '../../../parts/form/index.ts'

export type AskFirstProps = {
  /** The question: "Take back Labor Day?" */
  title: string
  /** What the button does, in a verb. */
  action: string
  /** Names the form, and what it is about. */
  name: string
  about: string
  submit: (attempt: Attempt) => Promise<{ data?: unknown; error?: unknown; response: Response }>
  onDone: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before an act that has nothing to type; a refusal by the office is said in the dialog. */
export function AskFirst({ title, action, name, about, submit, onDone, onClose, children }: AskFirstProps) {
  const form = useForm({ name, about, fields: {}, submit: ({ attempt }) => submit(attempt), onDone })
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Form form={form} action={action}>
        {null}
      </Form>
    </Dialog>
  )
}
