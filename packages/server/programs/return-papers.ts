import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { commitmentsOf } from './commitments-shown.ts'
import type { LossSaid } from './good-time/lose-with-return.ts'
import { programOf } from './program.ts'
import { type ReturnReason, returnReasonInWords } from './return-reasons.ts'
import type { HeldEnrolment } from './state-of.ts'
import type { Rest } from './withdrawal.ts'

/** What the papers of a return say. */
export interface ReturnSaid extends Rest {
  reason: ReturnReason
  note: string
  onDay: Temporal.PlainDate
  served: 'by-work' | 'at-home'
  /** By which clause it was decided. */
  clause: string
  /** Good time that is lost with it, and why (SCC-2.D). */
  lost: readonly LossSaid[]
  goodTimeReason: string
}

/** The papers asked for; null where none goes out. */
export interface ReturnPapers {
  courtDocument: string
  bureauDocument: string | null
}

/**
 * Asks for the paper that goes to court with the case (own), and, where the identification bureau took the
 * person's prints, for the note that goes back to it with the duplicate application and the reason (WAP-P2.5).
 */
export async function askReturnPapers(
  work: Work<'programs'>,
  enrolment: HeldEnrolment,
  said: ReturnSaid,
): Promise<ReturnPapers> {
  const { ctx, db } = work
  const person = await db
    .selectFrom('people.v_person')
    .select(['given_names', 'family_name', 'suffix', 'birth_date'])
    .where('id', '=', enrolment.personId)
    .executeTakeFirstOrThrow()
  const commitments = await commitmentsOf(db, enrolment.id)
  const { title, version } = programOf(enrolment)
  const ask = async (to: 'court' | 'bureau') => {
    const { documentId } = await askDocument(work, {
      kind: 'programs/return-to-court',
      title:
        to === 'court'
          ? `${said.served === 'at-home' && said.reason !== 'court-asked' ? 'Return to custody' : 'Case returned to court'}, ${enrolment.number}`
          : `Note to the identification bureau, ${enrolment.number}`,
      personId: enrolment.personId,
      about: { enrolment: enrolment.id },
      language: 'en',
      footer: `${title} ${version} · ${said.served === 'at-home' ? said.clause : 'WAP-P2.5'} · ${ctx.today}`,
      data: {
        to,
        day: ctx.today.toString(),
        onDay: said.onDay.toString(),
        number: enrolment.number,
        name: [person.given_names, person.family_name, person.suffix].filter(Boolean).join(' '),
        birthDate: person.birth_date?.toString() ?? '',
        cases: commitments.map(({ docket, courtName }) => ({ docket, court: courtName })),
        reason: returnReasonInWords(said.reason, said.served),
        // What was noted is for the court; the bureau gets the reason.
        note: to === 'court' ? said.note : '',
        adjustedDays: said.adjustedDays,
        creditedDays: said.creditedDays,
        restDays: said.restDays,
        // The bureau keeps prints and no days.
        goodTimeLost: to === 'court' ? said.lost : [],
        goodTimeReason: to === 'court' ? said.goodTimeReason : '',
        served: said.served,
        custody: said.served === 'at-home' && said.reason !== 'court-asked',
        signedBy: ctx.actorName,
      },
    })
    return documentId
  }
  const courtDocument = await ask('court')
  return {
    courtDocument,
    bureauDocument: (await wasPrinted(work, enrolment.id)) ? await ask('bureau') : null,
  }
}

async function wasPrinted({ db }: Work<'programs'>, enrolmentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from intake.v_print_record where enrolment_id = ${enrolmentId} and kind = 'returned-printed' limit 1`.execute(
    db,
  )
  return rows.length > 0
}
