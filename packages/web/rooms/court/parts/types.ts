import type { paths } from '../../../api/schema.gen.ts'

type Ok<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A commitment as its page shows it. */
export type Commitment = Ok<'/api/court/commitments/{commitmentId}'>
/** A line of the list of commitments. */
export type Listed = Ok<'/api/court/commitments'>['commitments'][number]
/** What the lists of the policy say of a paper. */
export type CheckedPaper = Ok<'/api/court/checklist'>
/** What the office has of a person when another paper comes. */
export type PersonFiles = Ok<'/api/court/people/{personId}'>
/** What is to be done about a commitment. */
export type CommitmentState = Listed['state']
/** A commitment as the office takes it when it is put right. */
export type CommitmentBody =
  paths['/api/court/commitments/{commitmentId}']['post']['requestBody']['content']['application/json']
