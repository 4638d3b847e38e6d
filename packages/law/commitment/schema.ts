import { type ObjectSchema, object, oneOf, orNull, yesNo } from '../schema/schema.ts'
import type { CommitmentItemName } from './types.ts'

const NAMES: readonly CommitmentItemName[] = [
  'defendant-name',
  'docket-number',
  'charges',
  'judge-signature',
  'court-name',
  'court-or-county-name',
  'court-mark',
  'court-seal',
  'sentencing-date',
  'sentence',
  'conditions',
  'start-date',
  'relation',
  'credit',
  'address',
  'may-be-served-here',
]

const state = oneOf(['present', 'absent', 'unknown'])

export const commitmentSchema: ObjectSchema = object({
  origin: oneOf(['in-county', 'out-of-county']),
  form: oneOf(['original', 'certified-copy', 'fax', 'photocopy', 'unknown']),
  items: object(Object.fromEntries(NAMES.map((name) => [name, state])), NAMES),
  modified: orNull(yesNo('Does it modify an earlier commitment?')),
  jailOrders: orNull(yesNo('Are jail orders listed on it?')),
  activeFileFound: orNull(
    yesNo('Was an active file found, the violation and order-for-arrest files included?'),
  ),
})
