import { FormField, FormRow, type FormState } from '../../../parts/form/index.ts'
import css from './address-part.module.css'
import type { addressFields } from './person-fields.ts'
import { useZipFills } from './zip-fills.ts'

/** The fields of an address; the ZIP code comes before the city, because it fills it in. */
export function AddressPart({ form }: { form: FormState }) {
  // Every form that has an address has these fields; what else it has is not looked at here.
  const own = form as unknown as FormState<typeof addressFields>
  useZipFills(form)
  return (
    <>
      <FormRow>
        <FormField form={own} name="line1" />
        <FormField form={own} name="line2" />
      </FormRow>
      <div className={css.town}>
        <FormField form={own} name="zip" />
        <FormField form={own} name="city" />
        <FormField form={own} name="state" />
      </div>
    </>
  )
}
