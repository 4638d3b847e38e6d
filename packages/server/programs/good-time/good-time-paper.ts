import type { Work } from '../../platform/act.ts'
import { askDocument } from '../../platform/documents.ts'
import { commitmentsOf } from '../commitments-shown.ts'
import { programOf } from '../program.ts'
import type { HeldEnrolment } from '../state-of.ts'
import { latestWorksheet } from '../worksheets.ts'
import type { LossEntered } from './enter-loss.ts'

/** The kind of the paper that tells the custody of a decision on good time. */
export const goodTimePaper = 'programs/good-time'

/**
 * Asks for the paper that tells where the rest is served how many days of good time are lost, and what the sentence is
 * now (SCC-2.D). Whoever counts there counts by it.
 */
export async function askGoodTimePaper(
  work: Work<'programs'>,
  enrolment: HeldEnrolment,
  loss: LossEntered & { id: string },
): Promise<void> {
  const { ctx, db } = work
  const person = await db
    .selectFrom('people.v_person')
    .select(['given_names', 'family_name', 'suffix', 'birth_date'])
    .where('id', '=', enrolment.personId)
    .executeTakeFirstOrThrow()
  const commitments = await commitmentsOf(db, enrolment.id)
  const sheet = await latestWorksheet(db, enrolment.id)
  const { title, version } = programOf(enrolment)
  await askDocument(work, {
    kind: goodTimePaper,
    title: `${loss.insteadOf ? 'Good time lost, put right' : 'Good time lost'}, ${enrolment.number}`,
    personId: enrolment.personId,
    about: { enrolment: enrolment.id, loss: loss.id },
    language: 'en',
    footer: `${title} ${version} · ${loss.clause} · ${ctx.today}`,
    data: {
      day: ctx.today.toString(),
      number: enrolment.number,
      name: [person.given_names, person.family_name, person.suffix].filter(Boolean).join(' '),
      birthDate: person.birth_date?.toString() ?? '',
      docket: commitments.find(({ id }) => id === loss.commitmentId)?.docket ?? '',
      returnedOn: loss.returnedOn.toString(),
      days: loss.days,
      daysBefore: loss.insteadOf?.days ?? null,
      reason: loss.reason,
      clause: loss.clause,
      adjustedDays: sheet?.result.kind === 'worksheet' ? sheet.result.adjustedDays : null,
      lastDay: sheet?.releaseDay?.toString() ?? null,
      signedBy: ctx.actorName,
    },
  })
}
