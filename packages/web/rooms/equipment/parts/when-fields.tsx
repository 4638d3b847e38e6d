import { type Fields, FormField, FormRow, type FormState } from '../../../parts/form/index.ts'
import type { whenFields } from './when.ts'

/** Now or earlier; the day and the time only where they are needed. */
export function WhenFields<F extends Fields & typeof whenFields>({ form }: { form: FormState<F> }) {
  return (
    <>
      <FormField form={form} name="when" />
      {form.typed.when === 'earlier' && (
        <FormRow>
          <FormField form={form} name="onDay" />
          <FormField form={form} name="at" />
        </FormRow>
      )}
    </>
  )
}
