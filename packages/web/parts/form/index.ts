/** What a page needs to make a form. */
export type { FieldProblem } from '../../api/problem.ts'
export type { Field, Fields, Option, ValuesOf } from './fields.ts'
export { Form, FormPart, FormRow } from './form.tsx'
export { FormField } from './form-field.tsx'
export {
  area,
  choice,
  day,
  file,
  money,
  password,
  phone,
  select,
  text,
  tick,
  ticks,
  time,
  whole,
} from './kinds.ts'
export { rows } from './rows.ts'
export { type Attempt, type FormState, type Recorded, type Submission, useForm } from './use-form.ts'
