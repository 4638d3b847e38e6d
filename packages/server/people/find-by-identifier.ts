import { verb, type Work } from '../platform/act.ts'
import { recordLook } from '../platform/read.ts'
import type { SealableIdentifier } from './identifier-number.ts'
import { type Candidate, likelyDuplicates } from './likely-duplicates.ts'

/**
 * Who has exactly this number. Who has it is itself something the number tells, so the look is recorded with
 * each person found.
 */
export const findByIdentifier = verb(
  'people.find-by-identifier',
  async ({ db }: Work<'people'>, identifier: SealableIdentifier): Promise<{ found: Candidate[] }> => {
    const found = await likelyDuplicates(db, {
      familyName: '',
      givenNames: '',
      birthDate: null,
      numbers: [identifier],
    })
    for (const person of found) {
      await recordLook(db, {
        room: 'people',
        record: 'person',
        rowId: person.personId,
        what: { searched: identifier.kind, ending: identifier.ending },
      })
    }
    return { found }
  },
)
