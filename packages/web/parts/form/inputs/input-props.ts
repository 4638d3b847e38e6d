import type { Field, Typed } from '../fields.ts'
import type { FormState } from '../use-form.ts'

/** What an input is given: its field, where it stands, what is typed in it, and what is wrong with that. */
export type InputProps<As extends Field['drawing']['as']> = {
  form: FormState
  field: Field
  drawing: Extract<Field['drawing'], { as: As }>
  path: string
  id: string
  typed: Typed
  problem: string | undefined
}

/** A field at any depth: `charges.0.statute`. */
export type FieldAtProps = { form: FormState; field: Field; path: string }
