import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import type { RoomTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { type ApplicationAnswers, applicationAnswers } from './application-form.ts'

/** An application as it stands on record. */
export interface ApplicationRecord {
  id: string
  enrolmentId: string
  answers: ApplicationAnswers
  signedOn: Temporal.PlainDate | null
  incompleteReason: string
  version: number
}

/** The application of an enrolment; null when nobody has begun one. */
export async function readApplication(
  tx: RoomTx<'intake'>,
  enrolmentId: string,
): Promise<ApplicationRecord | null> {
  const row = await tx
    .selectFrom('intake.application')
    .select(['id', 'answers', 'signed_on', 'incomplete_reason', 'version'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    enrolmentId,
    answers: applicationAnswers.parse(row.answers),
    signedOn: row.signed_on,
    incompleteReason: row.incomplete_reason,
    version: row.version,
  }
}

/**
 * Holds the application of an enrolment as the page showed it.
 * @param version null: the page showed that there is none
 * @throws Problem `conflict` when somebody began or changed it meanwhile
 */
export async function holdApplication(
  work: Work<'intake'>,
  enrolmentId: string,
  version: number | null,
): Promise<ApplicationRecord | null> {
  await work.db
    .selectFrom('intake.application')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .forNoKeyUpdate()
    .execute()
  const record = await readApplication(work.db, enrolmentId)
  if ((record?.version ?? null) === version) return record
  if (!record) throw new Problem('not-found', 'There is no application yet. Load the page again.')
  throw await changedMeanwhile(work, {
    room: 'intake',
    record: 'application',
    rowId: record.id,
    name: 'this application',
    current: {
      ...applicationAnswers.encode(record.answers),
      signedOn: record.signedOn?.toString() ?? null,
      version: record.version,
    },
  })
}
