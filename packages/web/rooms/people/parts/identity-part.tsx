import { FormField, FormRow, type FormState } from '../../../parts/form/index.ts'
import type { identityFields } from './person-fields.ts'

/** Who somebody is: name, birth, sex, and the language in which letters go to them. */
export function IdentityPart({ form }: { form: FormState }) {
  // Every form about a person has these fields; what else it has is not looked at here.
  const own = form as unknown as FormState<typeof identityFields>
  return (
    <>
      <FormRow>
        <FormField form={own} name="familyName" />
        <FormField form={own} name="givenNames" />
      </FormRow>
      <FormRow>
        <FormField form={own} name="birthDate" />
        <FormField form={own} name="suffix" />
      </FormRow>
      <FormRow>
        <FormField form={own} name="sex" />
        <FormField form={own} name="language" />
      </FormRow>
    </>
  )
}
