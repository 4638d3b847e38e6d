import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { Moment } from '../day/day.tsx'
import { ConflictView } from './conflict-view.tsx'
import type { Fields } from './fields.ts'
import css from './form.module.css'
import { LeaveGuard } from './leave-guard.tsx'
import { Summary } from './summary.tsx'
import type { FormState } from './use-form.ts'

export type FormProps<F extends Fields> = {
  form: FormState<F>
  /** What the button does, in a verb: "Record payment". */
  action: string
  /** A way out beside the button. */
  cancel?: ReactNode
  /** What comes before it can be sent, in words: the button is drawn asleep; pressed, the form's `check` says why. */
  asleep?: string | undefined
  children: ReactNode
}

/** Draws a form around its fields: what was restored, what is to be corrected, the fields, the one button that does it. */
export function Form<F extends Fields>({ form, action, cancel, asleep, children }: FormProps<F>) {
  if (form.conflict) {
    return (
      <div className={css.form}>
        <ConflictView form={form} conflict={form.conflict} />
        <LeaveGuard form={form} />
      </div>
    )
  }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void form.submit()
      }}
    >
      <Restored form={form} />
      <Summary form={form} />
      {Object.values(form.fields).some(({ required }) => required) && (
        <p className={css.note}>
          <Trans>A star marks what is needed.</Trans>
        </p>
      )}
      <div className={css.fields}>{children}</div>
      <Buttons form={form} action={action} cancel={cancel} asleep={asleep} />
      <LeaveGuard form={form} />
    </form>
  )
}

/** Fields side by side, as far as there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>
}

/** Fields that belong together, under a heading of their own. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Restored({ form }: { form: FormState }) {
  if (form.restoredFrom === undefined) return null
  return (
    <Alert type="info" slim>
      <AlertText>
        <Trans>
          This is what you typed on <Moment at={form.restoredFrom} /> and did not save. Files have to be
          chosen again after a reload.
        </Trans>{' '}
        <Button type="button" unstyled data-starts-over onClick={form.startOver}>
          <Trans>Start over</Trans>
        </Button>
      </AlertText>
    </Alert>
  )
}

type ButtonsProps = { form: FormState; action: string; cancel: ReactNode; asleep: string | undefined }

function Buttons({ form, action, cancel, asleep }: ButtonsProps) {
  const { t } = useLingui()
  return (
    <div className={`${css.buttons} not-printed`}>
      {/* Not `disabled`, which would take the focus away; a second press is not heard. */}
      <Button type="submit" outline={asleep !== undefined} aria-disabled={form.sending}>
        {action}
      </Button>
      {cancel}
      <span role="status" className={css.sending}>
        {form.sending ? t`Sending…` : asleep}
      </span>
    </div>
  )
}
