import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { programOf } from '../programs/index.ts'
import { fullName, type IntakeEnrolment } from './enrolment.ts'

/** Asks for the letter that sends a person to the identification bureau (WAP-P2.3). */
export async function askNoMatchLetter(work: Work<'intake'>, enrolment: IntakeEnrolment): Promise<string> {
  const { ctx, db } = work
  const pack = programOf(enrolment)
  const address = await db
    .selectFrom('people.v_person')
    .select(['line1', 'line2', 'city', 'state', 'zip'])
    .where('id', '=', enrolment.personId)
    .executeTakeFirstOrThrow()
  const { documentId } = await askDocument(work, {
    kind: 'intake/no-match-letter',
    title: enrolment.language === 'es' ? 'Preséntese para tomarle las huellas' : 'Report for fingerprinting',
    personId: enrolment.personId,
    about: { enrolment: enrolment.id },
    language: enrolment.language,
    footer: `${pack.title} ${pack.version} · WAP-P2.3 · ${ctx.today}`,
    data: { name: fullName(enrolment), number: enrolment.number, day: ctx.today.toString(), address },
  })
  return documentId
}
